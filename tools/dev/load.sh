# The server under load: many open editors, a large installation, minutes of everything.

run_load() {
  need_packages build test browser bench
  build_all
  node bench/load/run.mjs "$@"
}
