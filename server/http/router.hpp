// Finds the route of a request. The list of all routes is server/routes.cpp.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/request.hpp"
#include "server/http/response.hpp"

namespace pagewright::http {

// Runs on an event loop and must not block it. The request lives until the Task has ended.
using Handler = std::function<Task<Outcome<Response>>(Request&)>;

// What a route takes as the body of POST, PUT and PATCH.
enum class BodyType : std::uint8_t {
  json,
  form,  // application/x-www-form-urlencoded, as a browser sends a form
  bytes  // of any type and size: the route reads them from Request::arriving
};

struct Route {
  Method method;
  std::string pattern;  // "/api/v1/pages/:id"; a last segment "*" takes the whole rest of the path
  Access access;
  Handler handler;
  std::string operation = {};  // its name in the description of the API; empty: not part of it
  std::string scope = {};      // that an API token needs to be let in; empty: none is
  BodyType body = BodyType::json;
};

// A handler that is a method of `object`, which must outlive the router:  {Method::get, "/x", Access::viewer, to(pages,
// &PageRoutes::get)}
template <typename Object>
Handler to(Object& object, Task<Outcome<Response>> (Object::*method)(Request&)) {
  return [&object, method](Request& request) { return (object.*method)(request); };
}

class Router {
 public:
  explicit Router(std::vector<Route> routes);

  struct Match {
    const Route* route = nullptr;  // null: nothing here for this method
    Parameters parameters;
    std::vector<Method> allowed;  // methods that the path has; empty: no such path
  };
  // Of several fitting patterns the one with the earlier literal segment wins. HEAD is answered by the route of GET.
  // Costs what the path has segments, however many routes there are.
  [[nodiscard]] Match find(Method method, std::string_view path) const;

  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  // A segment of the patterns, and what may follow it. Routes are named by their place in routes_.
  struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> parameter;
    std::vector<std::size_t> ends;   // patterns that end here
    std::vector<std::size_t> rests;  // patterns whose "*" stands next
  };
  struct Search;

  void add(std::size_t route);
  void visit(const Node& node, std::string_view path, Search& search) const;
  void meet(const std::vector<std::size_t>& fitting, Search& search) const;

  std::vector<Route> routes_;
  Node root_;
};

}  // namespace pagewright::http
