# The build: engine to WebAssembly → editor (carries the wasm) → the one program (carries editor and library).

# As many compilers at once as there are processors, and no more than memory holds at 1.5 GB each.
compile_jobs() {
  local processors memory
  processors=$(nproc)
  memory=$(awk '/MemAvailable/ {print int($2 / 1500000)}' /proc/meminfo)
  ((memory < 1)) && memory=1
  echo $((processors < memory ? processors : memory))
}

# configure <preset>: ninja re-runs CMake for changed lists and new files by itself, but doesn't know of the presets.
configure() {
  local inputs
  inputs=$(content_hash CMakePresets.json)
  if [[ ! -f build/$1/build.ninja ]] || ! is_stamped "configure-$1" "$inputs"; then
    run_step "Configure the $1 build" cmake --preset "$1" || return 1
    stamp "configure-$1" "$inputs"
  fi
}

# programs_of <preset> <pattern>: the names of the programs in bin/ that match, one a line, new ones included and forgotten ones not.
programs_of() {
  ninja -C "build/$1" build.ninja >/dev/null || return 1
  ninja -C "build/$1" -t targets all | sed -n "s/^bin\/\($2\): .*/\1/p" | sort
}

# compile <preset> <target …>; the lock is for two ./dev at once in one checkout.
compile() {
  local preset=$1
  shift
  configure "$preset" || return 1
  run_step "Build $preset" flock "build/$preset/.lock" cmake --build "build/$preset" -j "$(compile_jobs)" --target "$@"
}

build_wasm() { compile wasm engine_module; }

build_editor() {
  local inputs
  inputs=$(content_hash editor package-lock.json tsconfig.base.json build/wasm/bin/engine.wasm)
  if is_stamped editor "$inputs" && [[ -d editor/dist ]]; then return 0; fi
  run_step "Build the editor" npm_script editor build || return 1
  stamp editor "$inputs"
}

build_server() { compile release pagewright; }

# npm_script <workspace> <script>: runs it with the pinned Node.js.
npm_script() {
  (cd "$1" && node --run "$2")
}

build_all() {
  need_packages build
  need_npm_packages
  build_wasm || fail "the engine did not build for WebAssembly"
  build_editor || fail "the editor did not build"
  build_server || fail "the server did not build"
}

remove_builds() {
  rm -rf build editor/dist bench/server/peers/dist coverage test-results e2e/artefacts
  if [[ $1 == all ]]; then rm -rf node_modules {bench,bench/server/peers,e2e,editor,tools/node}/node_modules; fi
  say "Removed. Your data directory is untouched."
}

format_sources() {
  need_packages check
  need_npm_packages
  cpp_files | xargs -0 -r clang-format-19 -i
  eslint --fix . || true
  say "Formatted."
}
