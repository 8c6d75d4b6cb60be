// GET /components, GET /components/:name
#pragma once

#include "server/components/built_in_library.hpp"
#include "server/http/router.hpp"

namespace pagewright::components {

class ComponentRoutes {
 public:
  explicit ComponentRoutes(const BuiltInLibrary& library) : library_(library) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);

 private:
  const BuiltInLibrary& library_;
};

}  // namespace pagewright::components
