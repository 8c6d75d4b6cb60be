# What the tests left behind: build/results/<suite>/<program>.json is the runner's own report, .exit its exit code, .log its output.

# start_suite <suite>: forgets the last run's results.
start_suite() {
  rm -rf "build/results/$1"
  mkdir -p "build/results/$1"
}

# record <suite> <program> <command …>: runs it and keeps output and exit code; never fails itself.
record() {
  local results=build/results/$1 program=$2 status=0
  shift 2
  "$@" >"$results/$program.log" 2>&1 </dev/null || status=$?
  echo "$status" >"$results/$program.exit"
  if ((status != 0)); then warn "$program failed (exit code $status), see $results/$program.log"; fi
}

# record_shown: the same for long runs whose progress one wants to see.
record_shown() {
  local results=build/results/$1 program=$2 status=0
  shift 2
  "$@" < /dev/null 2>&1 | tee "$results/$program.log" >&2 || status=${PIPESTATUS[0]}
  echo "$status" >"$results/$program.exit"
}

# record_failure <suite> <program>: something that should have run could not.
record_failure() {
  mkdir -p "build/results/$1"
  echo 1 >"build/results/$1/$2.exit"
}

# count_results <suite …>: a line for each suite, then "N passed, N failed"; fails if anything did.
count_results() {
  if ! command -v node >/dev/null; then
    echo "0 passed, 1 failed"
    return 1
  fi
  node tools/dev/count-results.mjs "$@"
}
