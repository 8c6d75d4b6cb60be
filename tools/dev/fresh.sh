# ./dev fresh: a new minimal Debian 12 in a folder, a clone of this checkout in it, then ./dev run and ./dev test there.
# What reaches packages from here (apt's and npm's own settings) is copied into it; nothing of it enters the repository.

prove_fresh() {
  ((EUID == 0)) || fail "./dev fresh makes a root file system and mounts into it: run it as root"
  [[ -z $(git status --porcelain) ]] || warn "uncommitted changes are not part of what is proved"
  need_packages fresh
  fresh_root=$(mktemp -d "${TMPDIR:-/var/tmp}/pagewright-fresh.XXXXXX")
  trap leave_fresh_root EXIT
  make_fresh_root
  run_step "Clone into it" git clone --no-hardlinks --quiet "file://$root" "$fresh_root/pagewright" || fail "git clone failed"
  prove_run
  say "./dev test in it"
  (in_fresh_root ./dev test) || fail "./dev test failed on a fresh machine"
  say "Both commands work on a fresh Debian 12."
}

# in_fresh_root <command …>: replaces the calling shell, so that signals reach the command: call it in ( ) or in the background.
in_fresh_root() {
  exec chroot "$fresh_root" env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    TERM="${TERM:-dumb}" LANG=C.UTF-8 "${fresh_environment[@]}" bash -c 'cd /pagewright && exec "$@"' fresh "$@"
}

make_fresh_root() {
  local mirror file name
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' | head -n 1)
  run_step "Make a minimal Debian 12 in $fresh_root" debootstrap --variant=minbase --include=ca-certificates,git bookworm \
    "$fresh_root" "${mirror:-http://deb.debian.org/debian}" || fail "debootstrap failed"
  # mktemp's folders are their owner's alone, and PostgreSQL's user must get through the root of its file system.
  chmod 755 "$fresh_root"
  # How this machine reaches packages: sources, proxies and credentials of apt, registry and credentials of npm.
  rm -f "$fresh_root/etc/apt/sources.list"
  for file in sources.list sources.list.d apt.conf.d auth.conf auth.conf.d trusted.gpg.d keyrings; do
    if [[ -e /etc/apt/$file ]]; then cp -a "/etc/apt/$file" "$fresh_root/etc/apt/"; fi
  done
  if [[ -d /usr/local/share/ca-certificates ]]; then
    cp -a /usr/local/share/ca-certificates "$fresh_root/usr/local/share/"
    chroot "$fresh_root" update-ca-certificates >/dev/null 2>&1 || true
  fi
  if [[ -f $HOME/.npmrc ]]; then cp "$HOME/.npmrc" "$fresh_root/root/.npmrc"; fi
  fresh_environment=("npm_config_registry=$(cd / && npm config get registry 2>/dev/null)")
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY NODE_EXTRA_CA_CERTS; do
    if [[ -n ${!name:-} ]]; then fresh_environment+=("$name=${!name}"); fi
  done
  cp -L /etc/resolv.conf /etc/hosts "$fresh_root/etc/"
  mount -t proc proc "$fresh_root/proc"
  mount --rbind /dev "$fresh_root/dev"
  mount --make-rslave "$fresh_root/dev"
}

leave_fresh_root() {
  if [[ -n ${fresh_server:-} ]]; then kill "$fresh_server" 2>/dev/null || true; fi
  umount "$fresh_root/proc" 2>/dev/null || true
  umount -R "$fresh_root/dev" 2>/dev/null || true
  if mountpoint -q "$fresh_root/proc" || mountpoint -q "$fresh_root/dev"; then
    warn "something is still mounted in $fresh_root, so it was not removed"
  else
    rm -rf --one-file-system "$fresh_root"
  fi
}

# ./dev run from nothing until it serves, then once more with nothing changed: under five seconds.
prove_run() {
  local started first second
  started=$SECONDS
  serve_in_fresh_root 3600
  first=$((SECONDS - started))
  started=$(date +%s%N)
  serve_in_fresh_root 30
  second=$((($(date +%s%N) - started) / 1000000))
  say "./dev run served after $first s from nothing, after $second ms with nothing changed"
  ((second < 5000)) || fail "a ./dev run without changes took $second ms"
}

serve_in_fresh_root() {
  local deadline=$((SECONDS + $1))
  in_fresh_root ./dev run --port 3901 --sites-port 3902 &
  fresh_server=$!
  until curl --fail --silent --output /dev/null http://127.0.0.1:3901/healthz; do
    kill -0 "$fresh_server" 2>/dev/null || fail "./dev run ended before it served"
    ((SECONDS < deadline)) || fail "./dev run did not serve within $1 s"
    sleep 0.1
  done
  kill "$fresh_server"
  wait "$fresh_server" || true
  fresh_server=
}
