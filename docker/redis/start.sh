#!/bin/sh
# Writes who may do what to a file that no process list and no image shows, then becomes Redis.
set -eu
umask 077

hash() { printf %s "$1" | sha256sum | cut -d' ' -f1; }

# The gateway has sessions, limits, queues and cache, whose names are its own affair; Directus sees its own keys alone.
# Neither may empty the store, read its configuration or stop it.
cat >/tmp/users.acl <<EOF
user default off
user health on nopass resetkeys resetchannels -@all +ping
user gateway on #$(hash "$REDIS_PASSWORD") ~* &* +@all -@admin -@dangerous +info +client
user directus on #$(hash "$DIRECTUS_REDIS_PASSWORD") ~directus* &directus* +@all -@admin -@dangerous +info +client
EOF

# `noeviction`: queues and sessions live here; when memory runs out, refuse writes rather than forget.
exec redis-server \
  --dir /data --appendonly yes --appendfsync everysec --save '' \
  --maxmemory "$REDIS_MAX_MEMORY" --maxmemory-policy noeviction \
  --tcp-keepalive 60 --aclfile /tmp/users.acl
