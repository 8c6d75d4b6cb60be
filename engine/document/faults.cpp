#include "engine/document/faults.hpp"

#include "engine/document/node_reader.hpp"
#include "engine/json/pointer.hpp"

namespace pagewright::document {
namespace {

// Parts of a document as Document::parse reads them; where reading one ends early, why stands behind what was found.
class FaultFinder {
 public:
  FaultFinder(const schema::Catalog& catalog, std::size_t most, const Limits& limits)
      : catalog_(catalog), most_(most), limits_(limits) {}

  void read_components(const json::Value& source) {
    NodeReader reader(catalog_, limits_, faults_, most_);
    const auto read = reader.read_slot(source, NodeId(), nullptr, root_slot, JsonPath() / root_slot, 1);
    if (!read) add(read.error());
  }

  void read_layout(const json::Value& source) {
    const json::Object* layout = source.if_object();
    if (layout && layout->size() <= limits_.registers) {
      for (const auto& setting : *layout) {
        if (setting.value().is_null()) continue;
        const auto checked = check_page_setting(json::view(setting.key()), setting.value(), limits_);
        if (!checked) add(checked.error());
      }
    } else {
      ask_parser("layout", source);
    }
  }

  // What has no parts of its own: the parser says what is wrong with it.
  void ask_parser(std::string_view key, const json::Value& value) {
    json::Object part;
    part[key] = value;
    const auto read = Document::parse(json::Value(std::move(part)), catalog_, limits_);
    if (!read) add(read.error());
  }

  std::vector<Error> take() && { return std::move(faults_); }

 private:
  void add(const Error& fault) {
    if (faults_.size() < most_) faults_.push_back(fault);
  }

  const schema::Catalog& catalog_;
  const std::size_t most_;
  const Limits& limits_;
  std::vector<Error> faults_;
};

}  // namespace

std::vector<Error> faults_in(const json::Value& source, const schema::Catalog& catalog, std::size_t most,
                             const Limits& limits) {
  FaultFinder finder(catalog, most, limits);
  const json::Object* document = source.if_object();
  if (!document) {
    if (const auto read = Document::parse(source, catalog, limits); !read) return {read.error()};
    return {};
  }
  for (const auto& member : *document) {
    const std::string_view key = json::view(member.key());
    if (key == "components")
      finder.read_components(member.value());
    else if (key == "layout")
      finder.read_layout(member.value());
    else
      finder.ask_parser(key, member.value());
  }
  return std::move(finder).take();
}

}  // namespace pagewright::document
