// What is configured, and where that was chosen.
#pragma once

#include <string>
#include <vector>

namespace pagewright::cli {

struct Configuration {
  struct Value {
    std::string key;
    std::string text;    // as the file would have it; of a secret only what is none
    std::string origin;  // "--port", "PAGEWRIGHT_PORT", "/srv/pages/pagewright.toml:3", "default"
  };
  std::vector<Value> values;
  std::vector<std::string> faults;  // all of them, each with its origin
};

}  // namespace pagewright::cli
