#include "server/versions/tag_routes.hpp"

#include "server/base/json_text.hpp"
#include "server/collaboration/ref_name.hpp"

namespace pagewright::versions {

Task<Outcome<http::Response>> TagRoutes::list(http::Request& request) {
  const auto tags = CO_TRY(co_await service_.list(*request.caller, request.parameter("id")));
  std::vector<std::string> items;
  for (const Tag& tag : tags) items.push_back(tag.to_json());
  const auto total = static_cast<std::int64_t>(items.size());
  co_return http::Response::json_text(json_list(items, total, most_tags, 0));
}

Task<Outcome<http::Response>> TagRoutes::put(http::Request& request) {
  if (!collaboration::is_ref_name(request.parameter("tag")))
    co_return std::unexpected(Problem::malformed("A tag's name has at most 60 characters, and " +
                                                 std::string(collaboration::ref_name_rule) + "."));
  Fields fields(request.json);
  const auto version = collaboration::read_version_reference(fields, "version");
  if (!version && !fields.has_errors()) fields.add_error("/version", "is required", "required");
  fields.refuse_others();
  CO_TRY(fields.check("The tag was not set"));
  const auto tag =
      CO_TRY(co_await service_.put(*request.caller, request.parameter("id"), request.parameter("tag"), *version));
  co_return http::Response::json_text(tag.to_json());
}

Task<Outcome<http::Response>> TagRoutes::remove(http::Request& request) {
  CO_TRY(co_await service_.remove(*request.caller, request.parameter("id"), request.parameter("tag")));
  co_return http::Response::no_content();
}

}  // namespace pagewright::versions
