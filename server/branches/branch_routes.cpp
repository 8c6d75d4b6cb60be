#include "server/branches/branch_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"
#include "server/collaboration/ref_name.hpp"
#include "server/collaboration/version_reference.hpp"

namespace pagewright::branches {
namespace {

constexpr const char* not_saved = "The branch was not saved";

std::optional<std::string> read_name(Fields& fields, bool required) {
  auto name = fields.text("name", {.max = collaboration::longest_ref_name, .required = required});
  if (name && !collaboration::is_ref_name(*name))
    fields.add_error("/name", std::string(collaboration::ref_name_rule), "invalid");
  return name;
}

}  // namespace

Task<Outcome<http::Response>> BranchRoutes::list(http::Request& request) {
  const auto branches = CO_TRY(co_await service_.list(*request.caller, request.parameter("id")));
  std::vector<std::string> items;
  for (const Branch& branch : branches) items.push_back(branch.to_json());
  const auto total = static_cast<std::int64_t>(items.size());
  co_return http::Response::json_text(json_list(items, total, most_branches, 0));
}

Task<Outcome<http::Response>> BranchRoutes::get(http::Request& request) {
  const auto branch =
      CO_TRY(co_await service_.get(*request.caller, request.parameter("id"), request.parameter("branch")));
  co_return http::Response::json_text(branch.to_json());
}

Task<Outcome<http::Response>> BranchRoutes::create(http::Request& request) {
  Fields fields(request.json);
  NewBranch branch;
  branch.name = read_name(fields, true).value_or("");
  const auto from_branch = fields.text("fromBranch", {});
  branch.from_version = collaboration::read_version_reference(fields, "fromVersion");
  if (from_branch && branch.from_version)
    fields.add_error("/fromVersion", "stands in place of fromBranch: send one of them", "invalid");
  if (from_branch) branch.from_branch = *from_branch;
  fields.refuse_others();
  CO_TRY(fields.check(not_saved));
  const auto created = CO_TRY(co_await service_.create(*request.caller, request.parameter("id"), std::move(branch)));
  co_return http::Response::json_text(created.to_json(), 201);
}

Task<Outcome<http::Response>> BranchRoutes::update(http::Request& request) {
  Fields fields(request.json);
  BranchUpdate update{.name = read_name(fields, false), .is_protected = fields.boolean("isProtected")};
  fields.refuse_others();
  CO_TRY(fields.check(not_saved));
  const auto updated = CO_TRY(co_await service_.update(*request.caller, request.parameter("id"),
                                                       request.parameter("branch"), std::move(update)));
  co_return http::Response::json_text(updated.to_json());
}

Task<Outcome<http::Response>> BranchRoutes::remove(http::Request& request) {
  CO_TRY(co_await service_.remove(*request.caller, request.parameter("id"), request.parameter("branch")));
  co_return http::Response::no_content();
}

}  // namespace pagewright::branches
