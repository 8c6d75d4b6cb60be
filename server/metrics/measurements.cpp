#include "server/metrics/measurements.hpp"

namespace pagewright::metrics {

void Measurements::write(Exposition& out) const {
  requests.write(out);
  database.write(out);
  out.gauge("pagewright_editors", static_cast<double>(editors.load()), "Editors that are connected to a page.");
  out.begin("pagewright_caller_lookups_total", Exposition::Kind::counter,
            "Requests whose caller was asked of memory, and whether it was there.");
  out.add(static_cast<double>(callers_known.load()), {{"result", "hit"}});
  out.add(static_cast<double>(callers_asked.load()), {{"result", "miss"}});
}

Measurements& measurements() {
  static Measurements instance;
  return instance;
}

}  // namespace pagewright::metrics
