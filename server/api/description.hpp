// All operations of the API and the schemas that they share, read from the *_api.json files beside the routes.
// The files' format: docs/api.md, "How routes are described".
#pragma once

#include <map>
#include <set>
#include <span>

#include "server/api/operation.hpp"
#include "server/embedded/embedded_files.hpp"

namespace pagewright::api {

class Description {
 public:
  // Throws std::runtime_error, which names file and fault: the program would be wrong.
  explicit Description(std::span<const embedded::File> files);

  // Of the files that are part of the program. Read at the first call, from then on the same.
  static const Description& of_program();

  // Null where nothing describes it.
  [[nodiscard]] const Operation* find(std::string_view id) const;
  [[nodiscard]] const std::map<std::string, Operation, std::less<>>& operations() const { return operations_; }
  // All that an API token can be given.
  [[nodiscard]] std::set<std::string, std::less<>> scopes() const;
  // Name → schema, by name; references are "#/components/schemas/<Name>".
  [[nodiscard]] const std::map<std::string, json::Value, std::less<>>& schemas() const { return schemas_; }

  // `source` with all that it refers to, ready to check values. Throws std::runtime_error, which begins with `place`.
  [[nodiscard]] schema::Schema compile(const json::Value& source, const std::string& place) const;

 private:
  void read_schemas(const embedded::File& file, const json::Value& source);
  void read_operations(const embedded::File& file, const json::Value& source);
  void compile_requests(Operation& operation) const;
  [[nodiscard]] json::Value with_references(const json::Value& schema, std::set<std::string>& names) const;

  std::map<std::string, json::Value, std::less<>> schemas_;
  std::map<std::string, Operation, std::less<>> operations_;
};

}  // namespace pagewright::api
