#include "server/collaboration/presence.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/document/node.hpp"
#include "server/base/json_text.hpp"
#include "server/collaboration/messages.hpp"

namespace pagewright::collaboration {
namespace {

constexpr std::size_t most_selected = 20;
constexpr std::int64_t whole = 10'000;  // of a node's width or height

// Absent, null: the empty text. Nothing where it is no node's id.
std::optional<std::string> read_node(const json::Value& source, std::string_view name) {
  const json::Value* id = json::find(source, name);
  if (id == nullptr || id->is_null()) return std::string();
  if (!id->is_string() || !document::NodeId::parse(json::view(id->get_string()))) return std::nullopt;
  return std::string(json::view(id->get_string()));
}

std::optional<std::int64_t> read_share(const json::Value& source, std::string_view name) {
  const json::Value* share = json::find(source, name);
  if (share == nullptr || !share->is_int64() || share->get_int64() < 0 || share->get_int64() > whole)
    return std::nullopt;
  return share->get_int64();
}

std::optional<Pointing::Cursor> read_cursor(const json::Value& source) {
  auto node = read_node(source, "node");
  const auto x = read_share(source, "x");
  const auto y = read_share(source, "y");
  if (!node || !x || !y) return std::nullopt;
  return Pointing::Cursor{.node = std::move(*node), .x = *x, .y = *y};
}

void append_node(JsonText& json, std::string_view name, const std::string& node) {
  json.text(name, node.empty() ? std::optional<std::string>() : std::optional(node));
}

std::string quoted(const std::string& text) {
  std::string out;
  json::append_quoted(out, text);
  return out;
}

Message message_of(const std::vector<std::string>& people, const std::vector<std::string>& left) {
  JsonText json;
  json.text("type", "presence").raw("people", json_array(people)).raw("left", json_array(left));
  return std::make_shared<const std::string>(json.take());
}

}  // namespace

std::optional<Pointing> Pointing::read(const json::Value& message) {
  Pointing pointing;
  if (const json::Value* selection = json::find(message, "selection")) {
    if (!selection->is_array() || selection->get_array().size() > most_selected) return std::nullopt;
    for (const json::Value& id : selection->get_array()) {
      if (!id.is_string() || !document::NodeId::parse(json::view(id.get_string()))) return std::nullopt;
      pointing.selection.emplace_back(json::view(id.get_string()));
    }
  }
  auto editing = read_node(message, "editing");
  if (!editing) return std::nullopt;
  pointing.editing = std::move(*editing);
  const json::Value* cursor = json::find(message, "cursor");
  if (cursor == nullptr || cursor->is_null()) return pointing;
  pointing.cursor = read_cursor(*cursor);
  if (!pointing.cursor) return std::nullopt;
  return pointing;
}

std::optional<Presence::Wait> Presence::show(const std::shared_ptr<Member>& member, Pointing pointing) {
  const std::lock_guard lock(mutex_);
  const auto known = std::ranges::find(people_, member, &Person::member);
  if (known != people_.end()) {
    known->pointing = std::move(pointing);
    known->is_new = known->is_shown;
    return plan_to_tell();
  }
  std::vector<std::string> here;
  for (const Person& person : people_)
    if (person.is_shown && person.member->client_id() != member->client_id()) here.push_back(text_of(person));
  member->send(message_of(here, {}));
  const bool is_shown = here.size() < most_shown;
  people_.push_back({.member = member,
                     .pointing = std::move(pointing),
                     .color = color_for(member->author().id),
                     .is_shown = is_shown,
                     .is_new = is_shown});
  return plan_to_tell();
}

std::optional<Presence::Wait> Presence::leave(const Member* member) {
  const std::lock_guard lock(mutex_);
  const auto leaving = std::ranges::find_if(people_, [&](const Person& other) { return other.member.get() == member; });
  if (leaving == people_.end()) return std::nullopt;
  if (leaving->is_shown) left_.push_back(member->client_id());
  people_.erase(leaving);
  return plan_to_tell();
}

void Presence::tell() {
  const std::lock_guard lock(mutex_);
  is_about_to_tell_ = false;
  // One who came back before the old connection was given up has not left.
  std::erase_if(left_, [&](const std::string& client_id) { return is_here(client_id); });
  std::vector<std::string> news;
  for (Person& person : people_)
    if (std::exchange(person.is_new, false)) news.push_back(text_of(person));
  std::vector<std::string> left;
  for (const std::string& client_id : std::exchange(left_, {})) left.push_back(quoted(client_id));
  const bool is_alone = people_.size() == 1 && left.empty();
  if (is_alone || (news.empty() && left.empty())) return;
  const Message message = message_of(news, left);
  for (const Person& person : people_) person.member->send(message);
}

// What a room is told grows with the square of the people in it, so the more there are, the less often.
std::optional<Presence::Wait> Presence::plan_to_tell() {
  const bool has_news = !left_.empty() || std::ranges::any_of(people_, &Person::is_new);
  if (is_about_to_tell_ || !has_news) return std::nullopt;
  is_about_to_tell_ = true;
  constexpr std::size_t shortest = 100;
  constexpr std::size_t for_each = 5;
  return Wait(std::max(shortest, for_each * people_.size()));
}

// The same in all of a person's tabs, and another one than the others' while there are enough.
std::int64_t Presence::color_for(const std::string& user_id) const {
  std::array<std::int64_t, colors> uses{};
  for (const Person& person : people_) {
    if (person.member->author().id == user_id) return person.color;
    ++uses[static_cast<std::size_t>(person.color)];
  }
  return std::ranges::min_element(uses) - uses.begin();
}

std::string Presence::text_of(const Person& person) const {
  const Member& member = *person.member;
  JsonText json;
  json.text("client", member.client_id()).raw("user", member.author().to_json()).number("color", person.color);
  std::vector<std::string> selection;
  for (const std::string& node : person.pointing.selection) selection.push_back(quoted(node));
  json.raw("selection", json_array(selection));
  append_node(json, "editing", person.pointing.editing);
  const auto& cursor = person.pointing.cursor;
  if (!cursor || people_.size() > most_with_cursors) return json.raw("cursor", "null").take();
  JsonText place;
  append_node(place, "node", cursor->node);
  return json.raw("cursor", place.number("x", cursor->x).number("y", cursor->y).take()).take();
}

bool Presence::is_here(const std::string& client_id) const {
  return std::ranges::any_of(
      people_, [&](const Person& person) { return person.is_shown && person.member->client_id() == client_id; });
}

}  // namespace pagewright::collaboration
