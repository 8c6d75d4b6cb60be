// Custom components, for tests.
#pragma once

#include <string>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

struct Promo {
  std::string version = "1.0.0";
  std::string prop = "title";
  std::string more_definition = {};  // ,"slots":{…}
  std::string more_body = {};        // ,"visibility":"private"
  std::string name = "promo";
};

// The members of a body that makes the component "promo": a line of text, of one prop.
[[nodiscard]] std::string promo_body(const Promo& promo = {});

// A page with one promo "p1" whose prop has that value.
[[nodiscard]] std::string promo_page(Installation& installation, const std::string& name, const std::string& prop,
                                     const std::string& value);

}  // namespace pagewright::scenarios
