// A template that an organisation has made: its row, without its document.
#pragma once

#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/collaboration/version_record.hpp"

namespace pagewright::templates {

struct TemplateRecord {
  std::string id;
  std::string organization_id;
  std::string publisher;         // the organisation's name
  collaboration::Author author;  // who made it
  std::string name;              // unique in the organisation, made from display_name
  std::string display_name;
  std::string description;
  std::string category;
  std::vector<std::string> tags;
  bool is_public = false;  // in the marketplace: every organisation of the installation may install it
  std::int64_t install_count = 0;
  Milliseconds created_at = 0;
  Milliseconds updated_at = 0;

  // As members of that organisation see it: who made it is nobody else's business.
  [[nodiscard]] std::string to_json(std::string_view organization_id) const;
  [[nodiscard]] std::string to_json(std::string_view organization_id, std::string_view document) const;
};

}  // namespace pagewright::templates
