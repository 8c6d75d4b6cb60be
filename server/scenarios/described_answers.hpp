// Holds every answer that a test gets against the description of its operation.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "server/api/description.hpp"
#include "server/http/router.hpp"

namespace pagewright::scenarios {

class DescribedAnswers {
 public:
  // What the answer of `route` has that nobody was told of, with its JSON Pointer; empty: nothing.
  [[nodiscard]] std::string fault_of(const http::Route& route, const http::Response& response);

  // Why an example does not fit its schema; empty: it fits.
  [[nodiscard]] static std::string fault_of_example(const json::Value& schema, const json::Value& example,
                                                    const std::string& place);

 private:
  const schema::Schema& schema_of(const std::string& place, const json::Value& source);

  std::mutex mutex_;
  std::map<std::string, schema::Schema, std::less<>> schemas_;
};

}  // namespace pagewright::scenarios
