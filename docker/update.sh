# shellcheck shell=bash
# Sourced by scripts/docker: puts the version of this checkout in the place of the one that runs, and no request is refused meanwhile.
# New replicas join the old ones and must be healthy before those leave; when one does not become healthy, the old version stays.

ours() { compose config --images | grep '^gantry/' | sort -u; }

# The images that run now keep a name, so that there is something to go back to.
keep_images() {
  local image
  for image in $(ours); do
    if docker image inspect "$image" >/dev/null 2>&1; then docker tag "$image" "$image-previous"; fi
  done
}
bring_images_back() {
  local image
  for image in $(ours); do
    if docker image inspect "$image-previous" >/dev/null 2>&1; then docker tag "$image-previous" "$image"; fi
  done
}

# replace SERVICE: as many new replicas as there are old ones, then the old ones finish what they do and go. One starts at a time: nginx
# knows it before it listens, asks one other instead, and that one must not be starting as well.
replace() {
  local service=$1 old=() all=() id count failed=''
  mapfile -t old < <(compose ps --quiet "$service")
  for count in $(seq $((${#old[@]} + 1)) $((2 * ${#old[@]}))); do
    compose up --detach --no-deps --no-recreate --scale "$service=$count" --wait --wait-timeout 120 "$service" || { failed=1; break; }
  done
  if [[ -z $failed ]]; then
    # nginx may have asked a new one before it listened, and does not ask it again within ten seconds.
    sleep 11
    for id in "${old[@]}"; do docker stop "$id" >/dev/null; done
    docker rm "${old[@]}" >/dev/null
    return
  fi
  mapfile -t all < <(compose ps --all --quiet "$service")
  for id in "${all[@]}"; do
    [[ " ${old[*]} " == *" $id "* ]] && continue
    docker logs --tail 30 "$id" >&2 || true
    docker rm --force "$id" >/dev/null
  done
  return 1
}

roll_back() { # SERVICE …, those that are new already
  local service
  echo "✗ $1 of the new version did not become healthy: going back." >&2
  shift
  bring_images_back
  for service in "$@"; do replace "$service"; done
  fail 'The version before runs as it did. The log of the failed one is above; scripts/docker prod logs shows the others.'
}

update() {
  local service done=() scale=()
  [[ -n $(compose ps --quiet gateway) ]] || fail 'Nothing runs here. Start it with: scripts/docker prod up'
  keep_images
  if ! build --quiet; then
    bring_images_back
    fail 'The new version could not be built; the old one runs on.'
  fi
  # Migrations leave what the old version needs in its place, so it serves on while they run and after.
  if ! compose run --rm --no-deps migrate; then
    bring_images_back
    fail 'The database could not be brought up to the new version; the old one runs on.'
  fi
  for service in gateway worker web; do
    replace "$service" || roll_back "$service" "${done[@]}"
    done+=("$service")
    # As many as there were, however they were asked for.
    scale+=(--scale "$service=$(compose ps --quiet "$service" | wc -l)")
  done
  # What is left is replaced only where it changed. The site is readable without the CMS; nginx takes a second.
  if ! compose up --detach --wait --remove-orphans "${scale[@]}"; then roll_back 'A service' "${done[@]}"; fi
  echo 'The new version runs. Images of the one before are kept; their tags end with "-previous".'
}
