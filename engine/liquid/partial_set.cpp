#include "engine/liquid/partial_set.hpp"

#include <algorithm>

#include "engine/liquid/template_parser.hpp"

namespace pagewright::liquid {

PartialSet::PartialSet(const CompileOptions& options, DiagnosticList& faults) : mode_(options.errors), faults_(faults) {
  for (const Partial& partial : options.partials) partials_.push_back({partial, {}, false});
}

const PartialSet::Parsed* PartialSet::find(std::string_view name) {
  const auto found = std::ranges::find(partials_, name, [](const Parsed& parsed) { return parsed.partial.name; });
  if (found == partials_.end()) return nullptr;
  if (!found->is_parsed) {
    found->is_parsed = true;
    const DiagnosticList::Source outer = faults_.source();
    faults_.set_source({found->partial.source, found->partial.name});
    if (found->partial.source.size() > most_template_bytes)
      faults_.report(0, "A partial may have 131072 bytes at most.");
    else
      found->block = parse_template(found->partial.source, Limits{}.depth, mode_, faults_);
    faults_.set_source(outer);
  }
  return &*found;
}

}  // namespace pagewright::liquid
