#!/bin/sh
# Keeps a certificate for $DOMAIN in /tls. CERTIFICATE says whose:
#   acme         from a certificate authority that speaks ACME (Let's Encrypt unless ACME_SERVER names another)
#   self-signed  from nobody, for rehearsals
#   files        the operator's own: fullchain.pem and privkey.pem in the volume
set -eu
umask 077
say() { echo "certificates: $*"; }

valid_for() { openssl x509 -in /tls/fullchain.pem -noout -checkend "$1" >/dev/null 2>&1; }

# nginx reads fullchain.pem to learn of a change, so the key goes first.
publish() {
  cp "$2" /tls/privkey.new && mv /tls/privkey.new /tls/privkey.pem
  cp "$1" /tls/fullchain.new && mv /tls/fullchain.new /tls/fullchain.pem
}

sign_ourselves() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -subj "/CN=$DOMAIN" \
    -addext "subjectAltName=DNS:$DOMAIN" -keyout /tmp/privkey.pem -out /tmp/fullchain.pem 2>/dev/null
  publish /tmp/fullchain.pem /tmp/privkey.pem
  say "signed a certificate for $DOMAIN ourselves"
}

nginx_answers() { openssl s_client -connect nginx:443 </dev/null >/dev/null 2>&1; }

# Certbot asks for a new one only when the old one has used up two thirds of its time.
ask_authority() {
  until nginx_answers; do sleep 2; done
  certbot certonly --non-interactive --agree-tos --quiet --keep-until-expiring --webroot --webroot-path /acme \
    --cert-name gantry --domain "$DOMAIN" --email "$ACME_EMAIL" ${ACME_SERVER:+--server "$ACME_SERVER"} \
    --config-dir /account --work-dir /tmp/certbot --logs-dir /tmp/certbot || return
  live=/account/live/gantry
  cmp -s $live/fullchain.pem /tls/fullchain.pem && return
  publish $live/fullchain.pem $live/privkey.pem
  say "a certificate for $DOMAIN arrived"
}

# nginx has to answer before an authority can look for its proof, and it does not start without a certificate.
if [ "$CERTIFICATE" != files ] && ! [ -s /tls/fullchain.pem ]; then sign_ourselves; fi

trap 'exit 0' TERM INT
while :; do
  pause=${CERTIFICATE_CHECK_SECONDS:-43200}
  case $CERTIFICATE in
    self-signed) valid_for 1209600 || sign_ourselves ;;
    files) [ -s /tls/fullchain.pem ] || { say 'waiting for fullchain.pem and privkey.pem'; pause=30; } ;;
    acme)
      # A failed try counts against the authority's limit of five an hour.
      ask_authority || { say "no certificate for $DOMAIN yet: does its DNS lead here, and is port 80 open? Trying again in 15 minutes"; pause=900; }
      ;;
    *) say "CERTIFICATE=$CERTIFICATE is not known. Set it to acme, self-signed or files."; exit 1 ;;
  esac
  sleep "$pause" &
  wait $!
done
