#include "server/pages/page_cursor.hpp"

#include <algorithm>

#include "engine/json/value.hpp"
#include "server/base/base64.hpp"

namespace pagewright::pages {

std::string_view column_of(std::string_view sort) {
  if (sort.starts_with('-')) sort.remove_prefix(1);
  if (sort == "name") return "search_text";
  if (sort == "createdAt") return "created_at";
  return sort == "deletedAt" ? "deleted_at" : "updated_at";
}

PageCursor PageCursor::behind(const collaboration::PageRecord& page, std::string_view sort) {
  PageCursor cursor{.sort = std::string(sort), .value = page.updated_at, .id = page.id};
  const std::string_view column = column_of(sort);
  if (column == "search_text") cursor.value = collaboration::search_text(page);
  if (column == "created_at") cursor.value = page.created_at;
  if (column == "deleted_at") cursor.value = page.deleted_at.value_or(0);
  return cursor;
}

std::string PageCursor::to_text() const {
  json::Array parts{json::Value(sort), json::Value(), json::Value(id)};
  std::visit([&](const auto& present) { parts[1] = present; }, value);
  std::string text = base64(json::serialize(parts));
  text.resize(std::min(text.find('='), text.size()));
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
  return text;
}

std::optional<PageCursor> PageCursor::parse(std::string_view text) {
  std::string padded(text);
  std::ranges::replace(padded, '-', '+');
  std::ranges::replace(padded, '_', '/');
  padded.append((4 - padded.size() % 4) % 4, '=');
  const auto bytes = decode_base64(padded);
  if (!bytes) return std::nullopt;
  const auto parts = json::parse(*bytes);
  if (!parts || !parts->is_array() || parts->get_array().size() != 3) return std::nullopt;
  const json::Array& list = parts->get_array();
  if (!list[0].is_string() || !list[2].is_string()) return std::nullopt;
  PageCursor cursor{.sort = std::string(json::view(list[0].get_string())),
                    .value = {},
                    .id = std::string(json::view(list[2].get_string()))};
  const bool is_text = column_of(cursor.sort) == "search_text";
  if (is_text ? !list[1].is_string() : !list[1].is_int64()) return std::nullopt;
  if (is_text)
    cursor.value = std::string(json::view(list[1].get_string()));
  else
    cursor.value = list[1].get_int64();
  return cursor;
}

}  // namespace pagewright::pages
