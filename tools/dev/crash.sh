# The real server, killed amid writes, and PostgreSQL restarted under it. ./dev test does the same a few times.

crash_for() {
  need_packages build test
  need_npm_packages
  build_wasm && build_editor || fail "the editor did not build"
  compile sanitize server_crash_test || fail "the crash tests did not build"
  say "Crash $1 times on each database"
  PAGEWRIGHT_CRASHES=$1 build/sanitize/bin/server_crash_test
}
