#!/bin/bash
# Ends with 0 when an address of this container answers 2xx: healthy PATH [PORT]. A Node started for each question would take more
# than the answer: each container is asked every ten seconds, and every second while it starts.
exec 3<>"/dev/tcp/127.0.0.1/${2:-$PORT}" || exit 1
printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$1" >&3
read -r -t 4 _ status _ <&3
[[ $status == 2* ]]
