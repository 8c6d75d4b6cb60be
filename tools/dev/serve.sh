# ./dev run: everything in place and built, then the server takes over this process, so signals reach it directly.

serve() {
  local argument has_data=no
  build_all
  for argument in "$@"; do
    [[ $argument == --data || $argument == --data=* ]] && has_data=yes
  done
  [[ $has_data == no ]] && set -- --data "$root/data" "$@"
  say "Starting Pagewright"
  exec build/release/bin/pagewright serve "$@"
}
