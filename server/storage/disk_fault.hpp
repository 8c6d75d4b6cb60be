// What a failed call on files means for a request.
#pragma once

#include <cerrno>
#include <cstring>

#include "server/problem/problem.hpp"

namespace pagewright::storage {

// By errno of the call that failed; `what` was to be done, for the log: "open data/x".
[[nodiscard]] inline Problem disk_fault(const std::string& what) {
  const int fault = errno;
  const std::string cause = "cannot " + what + ": " + std::strerror(fault);
  return fault == ENOSPC || fault == EDQUOT ? Problem::storage_full(cause) : Problem::internal(cause);
}

}  // namespace pagewright::storage
