// What one operation of the API takes and answers, as a *_api.json beside its routes describes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/schema/schema.hpp"

namespace pagewright::api {

struct QueryParameter {
  enum class Type : std::uint8_t { text, integer, number, boolean, list };

  std::string name;
  Type type = Type::text;
  bool is_required = false;
  schema::Schema schema;
};

struct Operation {
  std::string id;                      // "createPage"
  std::string tag;                     // "Pages"
  json::Object source;                 // as the file has it
  std::string refusal;                 // the title of a 422: "The page was not created"
  std::string scope;                   // that an API token needs; empty: closed to all of them
  std::vector<QueryParameter> query;   // of `parameters`, those in the query
  std::optional<schema::Schema> body;  // of a JSON body; nothing: takes none
  std::string upload;                  // what the bytes of a body are that is none; empty: takes none

  // The member of `responses` for a status, or null.
  [[nodiscard]] const json::Object* response(unsigned status) const;
};

}  // namespace pagewright::api
