#include "server/custom_components/draft_reader.hpp"

#include <charconv>

namespace pagewright::custom_components {
namespace {

using components::ComponentFault;
using components::Part;

std::string text_member(const json::Value& body, std::string_view name) {
  return std::string(json::find_string(body, name).value_or(""));
}

// The number behind `word` in "The JSON cannot be read at line 2, column 8: …".
std::optional<unsigned> number_behind(std::string_view message, std::string_view word) {
  const auto at = message.find(word);
  if (at == std::string_view::npos) return std::nullopt;
  unsigned number = 0;
  const std::string_view rest = message.substr(at + word.size());
  const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  return fault == std::errc{} ? std::optional(number) : std::nullopt;
}

// An object, or the text of one, which is kept as it was written.
void read_json(const json::Value& body, std::string_view name, Part part, json::Value& value, std::string& text,
               std::vector<ComponentFault>& faults) {
  const json::Value* member = json::find(body, name);
  if (member == nullptr) return;
  if (!member->is_string()) {
    value = *member;
    return;
  }
  text = std::string(json::view(member->get_string()));
  auto parsed = json::parse(text);
  if (parsed && parsed->is_object()) {
    value = std::move(*parsed);
    return;
  }
  ComponentFault fault{.part = part, .message = "must be an object", .line = 1U, .column = 1U};
  if (!parsed) {
    fault.message = parsed.error().message;
    fault.line = number_behind(fault.message, "line ");
    fault.column = number_behind(fault.message, "column ");
  }
  faults.push_back(std::move(fault));
}

}  // namespace

ReadDraft read_draft(const json::Value& body) {
  ReadDraft read;
  components::ComponentDraft& draft = read.draft;
  read_json(body, "definition", Part::definition, draft.source.definition, draft.definition_text, read.faults);
  read_json(body, "sample", Part::sample, draft.sample, draft.sample_text, read.faults);
  draft.source.template_text = text_member(body, "template");
  draft.source.style = text_member(body, "style");
  const json::Value* partials = json::find(body, "partials");
  if (partials != nullptr && partials->is_object())
    for (const auto& partial : partials->get_object())
      if (partial.value().is_string())
        draft.source.partials.push_back(
            {std::string(json::view(partial.key())), std::string(json::view(partial.value().get_string()))});
  return read;
}

}  // namespace pagewright::custom_components
