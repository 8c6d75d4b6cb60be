# ./dev check: each check counts as one test and prints one line, with details when it failed.

checks=(format tidy types lint layers names notes documents specs generated library)

run_checks() {
  local check status
  for check in "${checks[@]}"; do
    status=0
    record check "$check" "check_$check" 2>/dev/null
    status=$(<"build/results/check/$check.exit")
    if ((status == 0)); then
      printf '  ok      %s\n' "$check" >&2
      echo '{"passed": 1, "failed": 0}' >"build/results/check/$check.json"
    else
      printf '  %sFAILED%s  %s\n' "$red" "$plain" "$check" >&2
      head -n 40 "build/results/check/$check.log" | cut -c 1-240 | sed 's/^/          /' >&2
      echo "{\"passed\": 0, \"failed\": 1, \"reason\": \"see build/results/check/$check.log\"}" >"build/results/check/$check.json"
    fi
  done
}

# Every C++ file that git tracks or would track.
cpp_files() { git ls-files -z --cached --others --exclude-standard --deduplicate -- '*.cpp' '*.hpp' | existing_files; }
existing_files() {
  local file
  while IFS= read -r -d '' file; do
    if [[ -f $file ]]; then printf '%s\0' "$file"; fi
  done
}

check_format() {
  local faults
  faults=$(cpp_files | xargs -0 -r clang-format-19 --dry-run -Werror 2>&1 | sed -n 's/^\([^ ]*\):[0-9]*:[0-9]*: error: .*/\1/p' | sort | uniq -c)
  if [[ -n $faults ]]; then
    printf 'places not in the project'"'"'s format (./dev format rewrites them):\n%s\n' "$faults"
    return 1
  fi
}

# Static analysis of the sources that changed: against the branch point, or the last commit where there is none, and what is
# not committed yet. At most 24, the largest changes come with more commits and reviews anyway.
check_tidy() {
  local base files=() file sources
  # Without precompiled headers, which would hide that a file doesn't include what it uses.
  configure dev || return 1
  base=$(git merge-base HEAD origin/main 2>/dev/null || true)
  if [[ -z $base || $base == $(git rev-parse HEAD) ]]; then base=$(git rev-parse -q --verify HEAD~1 || git rev-parse HEAD); fi
  sources=$({
    git diff --name-only --diff-filter=d "$base" -- 'engine/*.cpp' 'server/*.cpp'
    git ls-files --others --exclude-standard -- 'engine/*.cpp' 'server/*.cpp'
  } | sort -u)
  for file in $sources; do
    if grep -qF "/$file\"" build/dev/compile_commands.json; then files+=("$file"); fi
  done
  echo "${#files[@]} changed sources, analysing ${files[*]:0:24}"
  ((${#files[@]} == 0)) && return 0
  printf '%s\0' "${files[@]:0:24}" | xargs -0 -P "$(nproc)" -n 3 clang-tidy-19 -p build/dev --quiet
}

# The root's own TypeScript and that of every workspace, against the strict base configuration.
check_types() {
  local config status=0
  for config in tsconfig.json editor/tsconfig.json e2e/tsconfig.json bench/tsconfig.json; do
    [[ -f $config ]] || continue
    [[ $config != tsconfig.json || -n $(git ls-files -co --exclude-standard -- 'engine/*.ts' 'fixtures/*.ts' 'tools/*.ts') ]] || continue
    tsc --noEmit -p "$config" || status=1
  done
  return "$status"
}

check_lint() { eslint --max-warnings 0 .; }
check_layers() { node tools/check-layers.mjs; }
check_names() { node tools/check-names.mjs; }
check_notes() { node tools/check-notes.mjs; }
check_documents() { node tools/check-documents.mjs; }
check_specs() { node tools/check-specs.mjs; }

# What is generated must be what its generator writes today.
check_generated() {
  local generator before after
  before=$(tracked_contents)
  for generator in tools/generate-*.mjs; do
    if [[ -f $generator ]]; then node "$generator" || return 1; fi
  done
  after=$(tracked_contents)
  if [[ $before != "$after" ]]; then
    echo "these files were not what their generator writes; they are now, commit them:"
    diff <(echo "$before") <(echo "$after") | sed -n 's/^> [0-9a-f]* */  /p'
    return 1
  fi
}
tracked_contents() {
  git ls-files -z --cached --others --exclude-standard --deduplicate | existing_files | xargs -0 sha1sum
}

check_library() {
  if [[ ! -d library/components ]]; then return 0; fi
  node tools/check-library.mjs
}
