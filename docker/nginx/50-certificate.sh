#!/bin/sh
# Waits for the first certificate and has nginx read each later one.
set -eu
[ "${EDGE_TLS:-off}" = on ] || exit 0

fingerprint() { cksum /etc/nginx/tls/fullchain.pem 2>/dev/null || true; }

tries=0
until [ -s /etc/nginx/tls/fullchain.pem ] && [ -r /etc/nginx/tls/privkey.pem ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 120 ]; then
    echo 'No certificate after two minutes. The container "certificates" makes it; its log says what keeps it.' >&2
    exit 1
  fi
  sleep 1
done

(
  known=$(fingerprint)
  while sleep 30; do
    current=$(fingerprint)
    # A test, too, opens the file of the process id, and may not open the one that is built in.
    if [ -n "$current" ] && [ "$current" != "$known" ] && nginx -t -q -g 'pid /tmp/nginx.pid;'; then
      kill -HUP "$(cat /tmp/nginx.pid)"
      known=$current
    fi
  done
) &
