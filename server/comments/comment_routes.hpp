// /pages/:id/threads…, /pages/:id/readers
#pragma once

#include "server/comments/comment_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::comments {

class CommentRoutes {
 public:
  explicit CommentRoutes(CommentService& service) : service_(service) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> begin(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> resolve(http::Request& request);
  Task<Outcome<http::Response>> reply(http::Request& request);
  Task<Outcome<http::Response>> edit(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);
  Task<Outcome<http::Response>> find_people(http::Request& request);

 private:
  CommentService& service_;
};

}  // namespace pagewright::comments
