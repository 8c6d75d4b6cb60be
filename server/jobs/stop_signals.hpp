// SIGINT and SIGTERM, as something to wait for.
#pragma once

#include <csignal>

namespace pagewright {

// Made before any other thread, so that every thread leaves these signals to wait().
class StopSignals {
 public:
  StopSignals();
  // Blocks until the first one. From then on another one ends the process at once.
  void wait();

 private:
  sigset_t signals_;
};

}  // namespace pagewright
