// What the operating system says of this process, under the names that Prometheus's own libraries use.
#pragma once

#include "server/metrics/exposition.hpp"

namespace pagewright::metrics {

void write_process(Exposition& out);

}  // namespace pagewright::metrics
