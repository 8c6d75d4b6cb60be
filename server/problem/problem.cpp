#include "server/problem/problem.hpp"

#include "engine/json/value.hpp"

namespace pagewright {
namespace {

struct Kind {
  std::string_view name;
  unsigned status;
  std::string_view title;
};

Kind describe(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::malformed:
      return {"malformed", 400, "The request is not well-formed"};
    case ProblemKind::unauthenticated:
      return {"unauthenticated", 401, "Sign in first"};
    case ProblemKind::forbidden:
      return {"forbidden", 403, "Your role does not allow this"};
    case ProblemKind::not_found:
      return {"not-found", 404, "Not found"};
    case ProblemKind::method_not_allowed:
      return {"method-not-allowed", 405, "This method is not allowed here"};
    case ProblemKind::request_timeout:
      return {"request-timeout", 408, "The request took too long to arrive"};
    case ProblemKind::conflict:
      return {"conflict", 409, "The request conflicts with the present state"};
    case ProblemKind::precondition_failed:
      return {"precondition-failed", 412, "It is not what you have read any more"};
    case ProblemKind::too_large:
      return {"too-large", 413, "The request is too large"};
    case ProblemKind::unsupported_media_type:
      return {"unsupported-media-type", 415, "This type of body is not accepted"};
    case ProblemKind::validation:
      return {"validation", 422, "The request is not acceptable"};
    case ProblemKind::too_many_requests:
      return {"too-many-requests", 429, "Too many requests"};
    case ProblemKind::headers_too_large:
      return {"headers-too-large", 431, "The request's header is too large"};
    case ProblemKind::internal:
      return {"internal", 500, "Something went wrong on our side"};
    case ProblemKind::unavailable:
      return {"unavailable", 503, "Not available at the moment"};
    case ProblemKind::storage_full:
      return {"storage-full", 507, "The server's disk is full"};
  }
  __builtin_unreachable();
}

Problem plain(ProblemKind kind, std::string detail) {
  return Problem{.kind = kind, .title = std::string(describe(kind).title), .detail = std::move(detail)};
}

}  // namespace

std::string_view name_of(ProblemKind kind) {
  return describe(kind).name;
}

unsigned Problem::status() const {
  return describe(kind).status;
}

Problem Problem::malformed(std::string detail) {
  return plain(ProblemKind::malformed, std::move(detail));
}
Problem Problem::unauthenticated(std::string detail) {
  return plain(ProblemKind::unauthenticated, std::move(detail));
}
Problem Problem::forbidden(std::string detail) {
  return plain(ProblemKind::forbidden, std::move(detail));
}
Problem Problem::not_found(std::string detail) {
  return plain(ProblemKind::not_found, std::move(detail));
}
Problem Problem::precondition_failed(std::string detail) {
  return plain(ProblemKind::precondition_failed, std::move(detail));
}
Problem Problem::unavailable(std::string detail) {
  return plain(ProblemKind::unavailable, std::move(detail));
}

Problem Problem::storage_full(std::string cause) {
  auto problem = plain(ProblemKind::storage_full,
                       "Nothing was changed. Reading goes on; changes can be stored again when there is space.");
  problem.cause = std::move(cause);
  return problem;
}

Problem Problem::conflict(std::string title, std::string detail, std::vector<FieldError> errors) {
  return {.kind = ProblemKind::conflict,
          .title = std::move(title),
          .detail = std::move(detail),
          .errors = std::move(errors)};
}

Problem Problem::validation(std::string title, std::vector<FieldError> errors) {
  std::string detail =
      errors.size() == 1 ? "1 field needs attention." : std::to_string(errors.size()) + " fields need attention.";
  return {.kind = ProblemKind::validation,
          .title = std::move(title),
          .detail = std::move(detail),
          .errors = std::move(errors)};
}

Problem Problem::too_many_requests(unsigned retry_after) {
  auto problem = plain(ProblemKind::too_many_requests, "Try again in " + std::to_string(retry_after) + " seconds.");
  problem.retry_after = retry_after;
  return problem;
}

Problem Problem::internal(std::string cause) {
  auto problem = plain(ProblemKind::internal, "The fault has been logged with this request's id.");
  problem.cause = std::move(cause);
  return problem;
}

Problem Problem::from(std::string title, const Error& error) {
  auto problem =
      validation(std::move(title), {{error.path, error.message, std::string(pagewright::name_of(error.code))}});
  problem.detail = error.message;
  return problem;
}

std::string Problem::to_json() const {
  json::Object object;
  object["type"] = "https://pagewright.org/problems/" + std::string(pagewright::name_of(kind));
  object["title"] = title.empty() ? std::string(describe(kind).title) : title;
  object["status"] = status();
  if (!detail.empty()) object["detail"] = detail;
  if (!errors.empty()) {
    json::Array list;
    for (const auto& error : errors) {
      json::Object entry;
      entry["path"] = error.path;
      entry["message"] = error.message;
      if (!error.code.empty()) entry["code"] = error.code;
      list.push_back(std::move(entry));
    }
    object["errors"] = std::move(list);
  }
  std::string text = json::serialize(object);
  for (const auto& [member, value] : {std::pair("conflicts", &conflicts), std::pair("uses", &uses)}) {
    if (value->empty()) continue;
    text.pop_back();
    text.append(",\"").append(member).append("\":").append(*value).append("}");
  }
  return text;
}

}  // namespace pagewright
