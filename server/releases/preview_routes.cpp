#include "server/releases/preview_routes.hpp"

#include "server/base/fields.hpp"

namespace pagewright::releases {
namespace {

constexpr std::int64_t a_week = 7 * 24;

}  // namespace

Task<Outcome<http::Response>> PreviewRoutes::open(http::Request& request) {
  static const json::Value nothing = json::Object();
  Fields fields(request.json.is_null() ? nothing : std::as_const(request.json));
  const json::Value* hours = fields.any("hours");  // its description has checked its bounds
  fields.refuse_others();
  CO_TRY(fields.check("The preview was not opened"));
  const std::chrono::hours lasts(hours != nullptr && hours->is_int64() ? hours->get_int64() : a_week);
  const auto environment =
      CO_TRY(co_await service_.open(*request.caller, request.parameter("id"), request.parameter("branch"), lasts));
  co_return http::Response::json_text(environment.to_json());
}

Task<Outcome<http::Response>> PreviewRoutes::close(http::Request& request) {
  CO_TRY(co_await service_.close(*request.caller, request.parameter("id"), request.parameter("branch")));
  co_return http::Response::no_content();
}

}  // namespace pagewright::releases
