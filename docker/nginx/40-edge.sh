#!/bin/sh
# Writes the part of the configuration that the environment decides. conf.d is the only folder that may be written.
set -eu
server=/etc/nginx/conf.d/server
mkdir -p "$server"

# The embedded DNS of the container network: replicas come and go, so their addresses are asked for again and again.
echo 'resolver 127.0.0.11 valid=1s ipv6=off;' >/etc/nginx/conf.d/00-resolver.conf

# HTTP/2 is safe from these versions on: CVE-2026-123007 and CVE-2026-123633.
http2_is_safe() {
  version=$(nginx -v 2>&1 | sed 's/.*nginx\/\([0-9.]*\).*/\1/')
  minor=$(echo "$version" | cut -d. -f2)
  patch=$(echo "$version" | cut -d. -f3)
  case $minor in
    30) [ "$patch" -ge 7 ] ;;
    31) [ "$patch" -ge 9 ] ;;
    *) [ "$minor" -ge 32 ] ;;
  esac
}

{
  [ ! -e /proc/net/if_inet6 ] || echo "listen [::]:$NGINX_LISTEN default_server;"
  echo 'include snippets/maintenance.conf;'
  if [ "${EDGE_TLS:-off}" = on ]; then
    echo 'include snippets/acme.conf;'
    echo 'include snippets/tls.conf;'
    case ${EDGE_HTTP2:-auto} in
      on) echo 'http2 on;' ;;
      auto) if http2_is_safe; then echo 'http2 on;'; fi ;;
    esac
  fi
  # Behind a load balancer only: whose word about client addresses counts.
  for range in ${EDGE_LOAD_BALANCER:-}; do echo "set_real_ip_from $range;"; done
  if [ -n "${EDGE_LOAD_BALANCER:-}" ]; then
    echo 'real_ip_header X-Forwarded-For;'
    echo 'real_ip_recursive on;'
  fi
  for range in ${EDGE_DENY:-}; do echo "deny $range;"; done
  for range in ${EDGE_ALLOW:-}; do echo "allow $range;"; done
  if [ -n "${EDGE_ALLOW:-}" ]; then echo 'deny all;'; fi
} >"$server/edge.conf"
