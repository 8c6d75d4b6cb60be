#include "server/api/problem_responses.hpp"

#include <algorithm>
#include <array>

namespace pagewright::api {
namespace {

struct Description {
  ProblemKind kind;
  const char* when;
  const char* detail;  // of the example
};

constexpr std::array<Description, 13> descriptions = {{
    {ProblemKind::malformed, "A parameter is not as described, or the body is no JSON.",
     "The parameter limit must be a whole number from 1 to 100."},
    {ProblemKind::unauthenticated, "No access token, or one that is not valid any more.",
     "Send an access token in the Authorization header."},
    {ProblemKind::forbidden,
     "The role or the API token does not allow it, or a browser sent it for a page of another origin.",
     "This needs the role admin; yours is viewer."},
    {ProblemKind::not_found, "There is nothing of that name or id in the caller's organisation.",
     "There is no such page."},
    {ProblemKind::request_timeout, "The request did not arrive in time.", "The request did not arrive in time."},
    {ProblemKind::too_large, "The body is larger than 20 MiB.", "A body may have at most 20 MiB."},
    {ProblemKind::unsupported_media_type, "The body is not application/json.", "Send the body as application/json."},
    {ProblemKind::validation, "The body is not acceptable: errors says what and where.", "1 field needs attention."},
    {ProblemKind::too_many_requests, "More requests than are allowed in a time: Retry-After says when to go on.",
     "Try again in 1 seconds."},
    {ProblemKind::headers_too_large, "The headers are larger than 16 KiB.", "The headers are too large."},
    {ProblemKind::internal, "A fault of the server; its log has the cause under the request's id.",
     "The fault has been logged with this request's id."},
    {ProblemKind::unavailable, "Not available at the moment: try again.", "The database does not answer."},
    {ProblemKind::storage_full, "The server's disk is full: nothing was changed.",
     "Nothing was changed. Reading goes on; changes can be stored again when there is space."},
}};

Problem example_of(const Description& description) {
  Problem problem{.kind = description.kind, .title = {}, .detail = description.detail};
  if (description.kind == ProblemKind::validation)
    problem.errors = {{"/name", "must be at most 255 characters, is 300", "too_long"}};
  return problem;
}

}  // namespace

std::vector<ProblemKind> problems_of(const http::Route& route, const Operation& operation) {
  const bool only_reads = route.method == http::Method::get;
  const bool takes_body = operation.body.has_value() || !operation.upload.empty();
  std::vector<ProblemKind> kinds{ProblemKind::malformed, ProblemKind::request_timeout, ProblemKind::headers_too_large,
                                 ProblemKind::internal, ProblemKind::unavailable};
  const auto add_if = [&](bool may_happen, ProblemKind kind) {
    if (may_happen) kinds.push_back(kind);
  };
  add_if(route.access != http::Access::anyone, ProblemKind::unauthenticated);
  add_if(!only_reads || route.access != http::Access::anyone, ProblemKind::forbidden);
  add_if(route.pattern.contains(':'), ProblemKind::not_found);
  add_if(takes_body, ProblemKind::too_large);
  add_if(takes_body, ProblemKind::unsupported_media_type);
  add_if(takes_body, ProblemKind::validation);
  add_if(route.access != http::Access::anyone, ProblemKind::too_many_requests);
  add_if(!only_reads, ProblemKind::storage_full);
  std::ranges::sort(kinds);
  return kinds;
}

std::string response_name(ProblemKind kind) {
  std::string name;
  bool begins_word = true;
  for (const char letter : name_of(kind)) {
    if (letter != '-') name += begins_word ? static_cast<char>(letter - 'a' + 'A') : letter;
    begins_word = letter == '-';
  }
  return name;
}

json::Object problem_responses() {
  json::Object responses;
  for (const Description& description : descriptions) {
    const auto example = json::parse(example_of(description).to_json());
    json::Object content{{"schema", json::Object{{"$ref", "#/components/schemas/Problem"}}}, {"example", *example}};
    responses[response_name(description.kind)] = json::Object{
        {"description", description.when}, {"content", json::Object{{"application/problem+json", std::move(content)}}}};
  }
  return responses;
}

}  // namespace pagewright::api
