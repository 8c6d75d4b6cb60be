# Figures about the project: speed against the alternatives, and how many lines the tests reach.

run_benchmarks() {
  need_packages build test browser bench
  build_all
  [[ -f bench/run.mjs ]] || fail "there is no bench/run.mjs"
  # Google Benchmark may have been installed since the last time.
  run_step "Configure the benchmarks" cmake --preset release || fail "the benchmarks could not be configured"
  mapfile -t programs < <(programs_of release '[a-z0-9_]*_bench')
  if ((${#programs[@]} > 0)); then compile release "${programs[@]}" || fail "the benchmarks did not build"; fi
  node bench/run.mjs "$@"
}

# Runs every C++ test program of the coverage build and the editor's tests, then compares with what is required.
measure_coverage() {
  local programs=() program objects=() failed=0
  need_packages build test
  need_npm_packages
  build_wasm && build_editor || fail "the editor did not build"
  configure coverage || fail "the coverage build could not be configured"
  mapfile -t programs < <(programs_of coverage '[a-z0-9_]*_test')
  run_step "Build ${#programs[@]} test programs with coverage" cmake --build build/coverage -j "$(compile_jobs)" --target "${programs[@]}" ||
    fail "the coverage build failed"
  rm -rf build/coverage/profiles
  mkdir -p build/coverage/profiles
  say "Run ${#programs[@]} test programs"
  for program in "${programs[@]}"; do
    LLVM_PROFILE_FILE="$root/build/coverage/profiles/$program.profraw" \
      timeout 900 "build/coverage/bin/$program" --gtest_brief=1 >"build/coverage/profiles/$program.log" 2>&1 ||
      { warn "$program failed, see build/coverage/profiles/$program.log"; failed=1; }
    objects+=(-object "build/coverage/bin/$program")
  done
  llvm-profdata-19 merge -sparse build/coverage/profiles/*.profraw -o build/coverage/merged.profdata
  llvm-cov-19 export -summary-only "${objects[@]:1}" -instr-profile=build/coverage/merged.profdata \
    -ignore-filename-regex='(_test\.cpp|/usr/|/build/)' >build/coverage/cpp.json
  say "Run the editor's tests"
  vitest run --root editor --coverage.enabled --coverage.reporter=json-summary \
    '--coverage.include=src/**/*.{ts,tsx}' '--coverage.exclude=**/*.test.{ts,tsx}' \
    "--coverage.reportsDirectory=$root/build/coverage/editor" >build/coverage/editor.log 2>&1 ||
    { warn "the editor's tests failed, see build/coverage/editor.log"; failed=1; }
  node tools/dev/check-coverage.mjs || failed=1
  return "$failed"
}
