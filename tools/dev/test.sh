# ./dev test: every suite's real runner, with its own report, summed at the end.
# C++ unit tests run in the sanitize build only: what they prove, they prove with the sanitizers watching.

all_suites=(check engine server wasm editor e2e fuzz)

run_tests() {
  local suite suites=("$@")
  ((${#suites[@]} == 0)) && suites=("${all_suites[@]}")
  for suite in "${suites[@]}"; do
    [[ " ${all_suites[*]} " == *" $suite "* ]] || fail "there is no suite '$suite'; the suites are: ${all_suites[*]}"
  done
  # Whatever happens on the way, the last line says how it ended.
  trap 'echo "0 passed, 1 failed"' EXIT
  install_for_tests "${suites[@]}"
  for suite in "${suites[@]}"; do
    start_suite "$suite"
    "test_$suite"
  done
  trap - EXIT
  count_results "${suites[@]}"
}

install_for_tests() {
  local sets=(build)
  [[ " $* " == *" check "* ]] && sets+=(check)
  [[ " $* " =~ \ (check|engine|server|fuzz|e2e)\  ]] && sets+=(test)
  [[ " $* " == *" e2e "* ]] && sets+=(browser)
  need_packages "${sets[@]}"
  need_npm_packages
}

run_test_programs() {
  local suite=$1 prefix=$2 programs=() program
  configure sanitize || { record_failure "$suite" configure; return 0; }
  mapfile -t programs < <(programs_of sanitize "$prefix[a-z0-9_]*_test")
  ((${#programs[@]} == 0)) && return 0
  # With -k 0 one program that doesn't compile costs only its own tests.
  run_step "Build sanitize: ${#programs[@]} test programs of $suite" cmake --build build/sanitize -j "$(compile_jobs)" --target "${programs[@]}" -- -k 0 ||
    record_failure "$suite" build
  say "Run ${#programs[@]} test programs of $suite"
  mapfile -t programs < <(largest_first "${programs[@]}")
  for program in "${programs[@]}"; do
    while (($(jobs -rp | wc -l) >= $(nproc))); do wait -n || true; done
    run_test_program "$suite" "$program" &
  done
  wait
}

# A large program holds many tests: begun last, it would run alone while the other processors wait.
largest_first() {
  local program
  for program in "$@"; do
    echo "$(stat -c %s "build/sanitize/bin/$program" 2>/dev/null || echo 0) $program"
  done | sort -rn | cut -d' ' -f2
}

run_test_program() {
  if [[ ! -x build/sanitize/bin/$2 ]]; then
    record_failure "$1" "$2"
    return
  fi
  record "$1" "$2" env ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 \
    timeout 900 "build/sanitize/bin/$2" --gtest_brief=1 "--gtest_output=json:$root/build/results/$1/$2.json"
}

test_engine() { run_test_programs engine engine_; }
test_server() {
  # The server's program carries the editor and the library, and some of its tests read them.
  build_wasm && build_editor || { record_failure server editor-build; return 0; }
  run_test_programs server server_
}

test_wasm() {
  compile wasm engine_module engine_fixtures || { record_failure wasm build; return 0; }
  say "Run the tests of the engine in WebAssembly"
  record wasm vitest vitest run --config tools/vitest.wasm.config.ts --reporter=default --reporter=json \
    "--outputFile.json=$root/build/results/wasm/vitest.json"
}

test_editor() {
  build_wasm || { record_failure editor wasm-build; return 0; }
  say "Run the tests of the editor"
  record editor vitest vitest run --root editor --reporter=default --reporter=json \
    "--outputFile.json=$root/build/results/editor/vitest.json"
}

test_e2e() {
  { compile wasm engine_module engine_fixtures && build_editor && build_server; } || { record_failure e2e build; return 0; }
  say "Run the stories in a browser"
  record_shown e2e playwright env PLAYWRIGHT_JSON_OUTPUT_NAME="$root/build/results/e2e/playwright.json" \
    playwright test --config e2e/playwright.config.ts
}

test_fuzz() { fuzz_targets 5; }
test_check() { run_checks; }
