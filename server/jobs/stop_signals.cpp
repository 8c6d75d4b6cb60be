#include "server/jobs/stop_signals.hpp"

#include <pthread.h>

namespace pagewright {

StopSignals::StopSignals() {
  // A peer that went away is an error of the write, not a signal.
  std::signal(SIGPIPE, SIG_IGN);
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

void StopSignals::wait() {
  int received = 0;
  sigwait(&signals_, &received);
  pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
}

}  // namespace pagewright
