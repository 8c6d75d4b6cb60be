# What the terminal shows: one line for each step, progress while it lasts, the log's end when it fails.

if [[ -t 2 ]]; then
  red=$'\033[31m' yellow=$'\033[33m' cyan=$'\033[36m' plain=$'\033[0m'
else
  red='' yellow='' cyan='' plain=''
fi

say() { printf '%s▸%s %s\n' "$cyan" "$plain" "$*" >&2; }
warn() { printf '%s!%s %s\n' "$yellow" "$plain" "$*" >&2; }
fail() {
  printf '%s✗ %s%s\n' "$red" "$*" "$plain" >&2
  exit 1
}

# Copies standard input to the log $1. A terminal sees the newest line in place, anything else one line every five seconds.
show_progress() {
  local log=$1 line last=-5 width
  width=$(tput cols 2>/dev/null || echo 100)
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    if [[ -t 2 ]]; then
      printf '\r\033[K  %s' "${line:0:width-4}" >&2
    elif ((SECONDS - last >= 5)); then
      printf '  %s\n' "$line" >&2
      last=$SECONDS
    fi
  done
  if [[ -t 2 ]]; then printf '\r\033[K' >&2; fi
}

# run_step <title> <command …>: announces, runs, keeps the output in build/logs. Returns the command's exit code.
run_step() {
  local title=$1 log started=$SECONDS status=0
  shift
  mkdir -p build/logs
  log=build/logs/$(tr -cs 'a-zA-Z0-9\n' '-' <<<"$title" | tr 'A-Z' 'a-z').log
  : >"$log"
  say "$title"
  "$@" < /dev/null 2>&1 | show_progress "$log" || status=${PIPESTATUS[0]}
  if ((status != 0)); then
    # A failed compilation prints its error long before its last line.
    { grep -m 20 -nE '(error|FAILED|fatal)[: ]' "$log" || true; } | cut -c 1-300 >&2
    tail -n 25 "$log" | cut -c 1-300 >&2
    printf '%s✗ %s failed after %d s; the whole output is in %s%s\n' "$red" "$title" $((SECONDS - started)) "$log" "$plain" >&2
  fi
  return "$status"
}
