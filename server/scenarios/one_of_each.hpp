// One of everything that the API's paths can name, and the paths that lead to it: for tests that walk the route table.
#pragma once

#include <map>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

class OneOfEach {
 public:
  // Makes them in the home organisation of an installation with these options, and changes what has histories.
  static Installation::Options options() { return {.webhooks = {.reach = outgoing::Reach::anywhere}}; }
  explicit OneOfEach(Installation& installation);

  // The route's path below /api/v1 to what was made. A parameter that nothing here is made for fails the test.
  [[nodiscard]] std::string path(const http::Route& route) const;
  // The same with another first parameter: `name`, percent-encoded, or what names nothing anywhere.
  [[nodiscard]] std::string path_with(const http::Route& route, std::string_view name) const;
  [[nodiscard]] std::string path_to_nothing(const http::Route& route) const;
  // The body of the example in the operation's description; empty where it takes none.
  [[nodiscard]] static std::string example_body(const http::Route& route);

  // The id of what was made below a path: id_in("/webhooks").
  [[nodiscard]] const std::string& id_in(std::string_view path) const { return values_.find(path)->second.at("id"); }
  [[nodiscard]] const std::string& page() const { return page_; }

 private:
  using Values = std::map<std::string, std::string>;

  void make_page(Installation& installation);
  void make_others(Installation& installation);
  void make_components(Installation& installation);
  [[nodiscard]] const Values& values_for(std::string_view path) const;

  std::string page_;
  std::map<std::string, Values, std::less<>> values_;  // by the beginning of the path
};

}  // namespace pagewright::scenarios
