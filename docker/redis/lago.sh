#!/bin/sh
# Lago's own Redis: its queues have names of their own choosing and must not be told apart from ours by luck.
set -eu
umask 077
printf 'requirepass %s\n' "$LAGO_REDIS_PASSWORD" >/tmp/redis.conf
exec redis-server /tmp/redis.conf \
  --dir /data --appendonly yes --appendfsync everysec --save '' \
  --maxmemory 128mb --maxmemory-policy noeviction --tcp-keepalive 60
