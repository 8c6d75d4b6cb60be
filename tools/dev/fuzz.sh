# libFuzzer targets: bin/<name>_fuzz of the sanitize build. Seeds stand in fuzz/seeds/<name>/, and are made from the library, see
# tools/dev/make-fuzz-seeds.mjs.

# fuzz_targets <seconds> [name …]: each target, or these, for that long; one that ran without a finding counts as one passed test.
fuzz_targets() {
  local seconds=$1 targets=() target name
  shift
  if [[ ! -f fuzz/CMakeLists.txt ]]; then
    record_failure fuzz targets
    return 0
  fi
  configure sanitize || { record_failure fuzz configure; return 0; }
  mapfile -t targets < <(programs_of sanitize '[a-z0-9_]*_fuzz')
  ((${#targets[@]} == 0)) && return 0
  for name in "$@"; do
    [[ " ${targets[*]} " == *" ${name}_fuzz "* ]] || fail "there is no fuzz target '$name'; the targets are: ${targets[*]%_fuzz}"
  done
  if (($# > 0)); then targets=("${@/%/_fuzz}"); fi
  run_step "Build ${#targets[@]} fuzz targets" cmake --build build/sanitize -j "$(compile_jobs)" --target "${targets[@]}" -- -k 0 ||
    record_failure fuzz build
  node tools/dev/make-fuzz-seeds.mjs || record_failure fuzz seeds
  say "Fuzz ${#targets[@]} targets for $seconds s each"
  for target in "${targets[@]}"; do
    while (($(jobs -rp | wc -l) >= $(nproc))); do wait -n || true; done
    fuzz_target "$target" "$seconds" &
  done
  wait
}

fuzz_target() {
  local target=$1 seconds=$2 name=${1%_fuzz} seeds options=()
  local results=build/results/fuzz corpus=build/fuzz/corpus/$name
  mkdir -p "$corpus"
  if [[ -f fuzz/$name.dict ]]; then options+=("-dict=fuzz/$name.dict"); fi
  for seeds in "fuzz/seeds/$name" "build/fuzz/seeds/$name"; do
    if [[ -d $seeds ]]; then options+=("$seeds"); fi
  done
  record fuzz "$target" "build/sanitize/bin/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -artifact_prefix="$results/$name-" "$corpus" "${options[@]}"
  if [[ $(<"$results/$target.exit") == 0 ]] && grep -q '^Done [0-9]' "$results/$target.log"; then
    echo '{"passed": 1, "failed": 0}' >"$results/$target.json"
  else
    echo "{\"passed\": 0, \"failed\": 1, \"reason\": \"a finding, see $results/$target.log\"}" >"$results/$target.json"
  fi
}

fuzz_for() {
  need_packages build test
  need_npm_packages
  start_suite fuzz
  fuzz_targets "$@"
  count_results fuzz
}
