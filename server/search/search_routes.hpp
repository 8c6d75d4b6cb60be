// GET /search
#pragma once

#include "server/http/router.hpp"
#include "server/search/search_service.hpp"

namespace pagewright::search {

class SearchRoutes {
 public:
  explicit SearchRoutes(SearchService& service) : service_(service) {}
  Task<Outcome<http::Response>> find(http::Request& request);

 private:
  SearchService& service_;
};

}  // namespace pagewright::search
