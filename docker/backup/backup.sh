#!/usr/bin/env bash
# One file holds everything: three databases, the stores' logs, uploads, Lago's files, the settings. It is encrypted and sealed with
# BACKUP_PASSPHRASE, so that a changed file is refused.
#
#   backup daily            waits for BACKUP_TIME (UTC), every day
#   backup now              makes one; the last line of the output is its name
#   backup health           ends with 1 when the last try failed, or none succeeded for 26 hours
#   backup open FILE        reads it as a whole, FILE - from the standard input, and checks every sum; `piece NAME` then prints a part
#   backup piece NAME
#   backup close            forgets what `open` has read
set -euo pipefail
umask 077
folder=/backups
opened=$folder/.opened
state=$folder/last.json
remote=:s3:${BACKUP_S3_BUCKET:-}/${BACKUP_S3_PREFIX:-gantry}

# One JSON object a line, as every service logs.
say() { printf '{"time":"%s","level":"%s","service":"backup","message":"%s"}\n' "$(date -u +%FT%TZ)" "$1" "${2//\"/\'}"; }

seal() { gpg --batch --quiet --pinentry-mode loopback --passphrase-fd 3 "$@" 3<<<"${BACKUP_PASSPHRASE:?is missing. Run scripts/generate-secrets}"; }
prepare_gpg() { mkdir -p "$GNUPGHOME"; }

copy_redis() { # SOURCE TARGET: the log of changes, with the list of its parts the same before and after
  local source=$1 target=$2 manifest
  for _ in 1 2 3 4 5; do
    manifest=$(cat "$source"/appendonlydir/*.manifest)
    tar --create --file "$target" --directory "$source" --warning=no-file-changed appendonlydir || [[ $? -eq 1 ]]
    [[ $manifest == "$(cat "$source"/appendonlydir/*.manifest)" ]] && return
  done
  return 1
}

# Redis first: a job that runs twice finds its work done, a job that is lost does not come back.
collect() {
  local work=$1 name
  for name in redis lago-redis; do
    [[ ! -d /sources/$name/appendonlydir ]] || copy_redis "/sources/$name" "$work/$name.tar"
  done
  for name in gateway directus lago; do
    pg_dump --username postgres --format custom --file "$work/$name.dump" "$name"
  done
  for name in gateway-uploads cms-uploads lago-storage; do
    [[ -z $(ls -A "/sources/$name") ]] || tar --create --file "$work/$name.tar" --directory "/sources/$name" --warning=no-file-changed . || [[ $? -eq 1 ]]
  done
  [[ -n ${GANTRY_SETTINGS:-} ]] || { echo 'the settings are not known here: start production with scripts/docker' >&2; return 1; }
  base64 --decode <<<"$GANTRY_SETTINGS" >"$work/settings"
  (cd "$work" && sha256sum -- * >SHA256SUMS)
}

bucket() {
  RCLONE_S3_PROVIDER=Other RCLONE_S3_ENDPOINT=${BACKUP_S3_ENDPOINT:-} RCLONE_S3_REGION=${BACKUP_S3_REGION:-} \
    RCLONE_S3_ACCESS_KEY_ID=${BACKUP_S3_ACCESS_KEY_ID:-} RCLONE_S3_SECRET_ACCESS_KEY=${BACKUP_S3_SECRET_ACCESS_KEY:-} \
    RCLONE_S3_NO_CHECK_BUCKET=true RCLONE_S3_FORCE_PATH_STYLE=true rclone --quiet --retries 2 --low-level-retries 3 --contimeout 10s "$@"
}

older_than_kept() { sort -r | tail -n "+$((${BACKUP_KEEP:-14} + 1))"; }

make() {
  local work name
  prepare_gpg
  rm -rf "$folder"/.work-* "$folder"/*.part
  work=$(mktemp -d "$folder/.work-XXXXXX")
  collect "$work"
  name=gantry-$(date -u +%Y%m%dT%H%M%SZ).backup
  tar --create --directory "$work" . | seal --symmetric --cipher-algo AES256 --compress-algo none --output "$folder/$name.part"
  rm -rf "$work"
  mv "$folder/$name.part" "$folder/$name"
  (cd "$folder" && ls gantry-*.backup | older_than_kept | xargs -r rm --)
  if [[ -n ${BACKUP_S3_BUCKET:-} ]]; then
    bucket copyto "$folder/$name" "$remote/$name"
    bucket lsf --include 'gantry-*.backup' "$remote" | older_than_kept | while read -r old; do bucket deletefile "$remote/$old"; done
  fi
  echo "$name"
}

report() { # SUBJECT TEXT: to the operator, by the mail server of the product
  [[ -n ${BACKUP_REPORT_TO:-} && -n ${SMTP_HOST:-} ]] || return 0
  printf 'From: %s\nTo: %s\nSubject: %s\nDate: %s\n\n%s\n' "$MAIL_FROM" "$BACKUP_REPORT_TO" "$1" "$(date -uR)" "$2" |
    curl --silent --show-error --max-time 60 --ssl ${SMTP_USERNAME:+--config <(printf 'user = "%s:%s"\n' "$SMTP_USERNAME" "$SMTP_PASSWORD")} \
      --mail-from "$(sed -E 's/.*<(.*)>/\1/' <<<"$MAIL_FROM")" --mail-rcpt "$BACKUP_REPORT_TO" --upload-file - "smtp://$SMTP_HOST:${SMTP_PORT:-587}" ||
    say error 'the mail about it could not be sent'
}

now() {
  local begun=$SECONDS output name
  exec 9>"$folder/.lock"
  flock --nonblock 9 || { say error 'another backup is being made'; return 1; }
  # The state lies in the volume: a restart of the container forgets nothing.
  if output=$("$0" make 2>&1); then
    name=$(tail -1 <<<"$output")
    printf '{"at":%s,"name":"%s","bytes":%s,"seconds":%s}\n' "$(date +%s)" "$name" "$(stat -c %s "$folder/$name")" $((SECONDS - begun)) >"$state"
    rm -f "$folder/failed"
    say info "$name is there: $(du -h "$folder/$name" | cut -f1) in $((SECONDS - begun)) s"
    echo "$name"
  else
    output=$(tail -3 <<<"$output" | tr '\n\t\\' '   ')
    echo "$output" >"$folder/failed"
    say error "no backup was made: $output"
    report 'Gantry: no backup was made' "The backup of $(date -u +%F) failed: $output"$'\n\n'"The last one that succeeded: $(cat "$state" 2>/dev/null || echo none)"
    return 1
  fi
}

health() {
  local last
  [[ ! -e $folder/failed ]] || { cat "$folder/failed"; return 1; }
  # A new installation has until its first night.
  last=$(sed -nE 's/.*"at":([0-9]+).*/\1/p' "$state" 2>/dev/null || stat -c %Y "$folder/.since")
  (($(date +%s) - last < 26 * 3600)) || { echo 'no backup for more than 26 hours'; return 1; }
}

daily() {
  local next
  [[ -e $folder/.since ]] || touch "$folder/.since"
  # A start must not fail because of the night before; the 26 hours still count.
  rm -f "$folder/failed"
  trap 'exit 0' TERM INT
  while :; do
    next=$(date -u -d "today ${BACKUP_TIME:-03:15}" +%s)
    (($(date +%s) < next)) || next=$(date -u -d "tomorrow ${BACKUP_TIME:-03:15}" +%s)
    say info "the next backup is made at $(date -u -d "@$next" +%FT%TZ)"
    sleep $((next - $(date +%s))) &
    wait $!
    now >&2 || { sleep 900 & wait $!; now >&2 || true; }
  done
}

open() {
  prepare_gpg
  rm -rf "$opened"
  mkdir "$opened"
  if [[ $1 == - ]]; then cat; else cat "$1"; fi | seal --decrypt | tar --extract --directory "$opened"
  (cd "$opened" && sha256sum --check --quiet --strict SHA256SUMS)
}

case ${1:-} in
  daily | now | health | make) "$1" ;;
  open) open "$2" ;;
  piece) cat "$opened/$2" ;;
  pieces) ls "$opened" ;;
  close) rm -rf "$opened" ;;
  *) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2 ;;
esac
