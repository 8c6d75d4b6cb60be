#include "server/environments/entrance.hpp"

#include <algorithm>

#include "server/auth/password.hpp"
#include "server/base/digest.hpp"
#include "server/logging/log.hpp"
#include "server/sites/entrance_page.hpp"
#include "server/sites/notices.hpp"

namespace pagewright::environments {

// Which gate somebody stands before, and how the site is addressed there.
struct Entrance::Place {
  std::shared_ptr<const sites::SiteSnapshot> snapshot;  // which the gate is of
  const sites::Gate* gate = nullptr;
  std::string beginning;    // "" or "/~staging"
  std::string destination;  // a path below it
};

namespace {

http::Response page(std::string html, unsigned status) {
  http::Response response = http::Response::html(std::move(html), status);
  response.set("Content-Security-Policy", std::string(sites::entrance_policy));
  response.set("Cache-Control", "private, no-store");
  response.set("X-Robots-Tag", "noindex");
  return response;
}

// Where somebody wanted to go: a path of this site below its beginning, and nothing that leads elsewhere.
std::string destination_of(std::string_view wanted, std::string_view beginning) {
  const bool is_path =
      wanted.starts_with('/') && !wanted.starts_with("//") && wanted.starts_with(beginning) && wanted.size() <= 2000 &&
      std::ranges::all_of(wanted, [](char letter) { return letter > ' ' && letter < 0x7f && letter != '\\'; });
  return is_path ? std::string(wanted) : std::string(beginning) + "/";
}

std::string_view field_of(const http::Parameters& fields, std::string_view name) {
  for (const auto& [key, value] : fields)
    if (key == name) return value;
  return {};
}

http::Response let_in(const Environment& environment, const sites::Gate& gate, std::string_view beginning,
                      std::string destination, Milliseconds now, const http::Request& request) {
  const Milliseconds lasts = gate.kind() == sites::Gate::Kind::password ? password_lasts : membership_lasts;
  std::string cookie = gate.cookie_name() + "=" + gate.pass(now + lasts) +
                       "; Path=" + (beginning.empty() ? "/" : std::string(beginning)) +
                       "; Max-Age=" + std::to_string(lasts / 1000) + "; HttpOnly; SameSite=Lax";
  const auto scheme = request.header("X-Forwarded-Proto");
  if (scheme == "https" || (scheme.empty() && environment.base_url.starts_with("https://"))) cookie += "; Secure";
  http::Response response = http::Response::redirect(std::move(destination), 303);
  response.add("Set-Cookie", std::move(cookie));
  response.set("Cache-Control", "private, no-store");
  response.set("X-Robots-Tag", "noindex");
  return response;
}

http::Response not_there() {
  return page(sites::not_found_page(), 404);
}

http::Response failed(const Problem& problem, const http::Request& request) {
  log::error("a visitor could not be let in", {{"request", request.id}, {"cause", problem.cause}});
  return page(sites::notice_page("This did not work", "<p>Please try again in a few minutes.</p>"), 503);
}

}  // namespace

std::optional<Entrance::Place> Entrance::place_of(const http::Request& request) const {
  Place place{.snapshot = published_.shown(), .gate = nullptr, .beginning = {}, .destination = {}};
  const auto host = request.header("Host");
  place.gate = place.snapshot->gate_at(host, request.path);
  if (place.gate == nullptr) return std::nullopt;
  place.beginning = place.snapshot->beginning_at(host, request.path);
  if (request.path != place.beginning + std::string(sites::entrance_path)) return std::nullopt;
  return place;
}

Task<Outcome<std::optional<Environment>>> Entrance::environment_of(std::string id) {
  co_return co_await database_.read([&](database::Connection& connection) { return find_by_gate(connection, id); });
}

Task<Outcome<http::Response>> Entrance::try_password(http::Request& request) {
  auto response = co_await check_password(request);
  co_return response ? std::move(*response) : failed(response.error(), request);
}

Task<Outcome<http::Response>> Entrance::come_in(http::Request& request) {
  auto response = co_await use_link(request);
  co_return response ? std::move(*response) : failed(response.error(), request);
}

Task<Outcome<http::Response>> Entrance::check_password(const http::Request& request) {
  auto place = place_of(request);
  if (!place || place->gate->kind() != sites::Gate::Kind::password) co_return not_there();
  const std::string& id = place->gate->environment_id();
  std::string destination = destination_of(field_of(request.form, "to"), place->beginning);
  const auto refuse = [&](std::string_view fault, unsigned status) {
    return page(sites::entrance_page({.kind = sites::Gate::Kind::password,
                                      .action = place->beginning + std::string(sites::entrance_path),
                                      .destination = destination,
                                      .fault = fault}),
                status);
  };
  auto wait = by_address_.take(id + " " + http::client_of_address(request.remote_address));
  if (!wait) wait = by_environment_.take(id);
  if (wait) {
    auto response = refuse("There were too many tries. Please wait a minute.", 429);
    response.set("Retry-After", std::to_string(*wait));
    co_return response;
  }
  const auto environment = CO_TRY(co_await environment_of(id));
  const std::string password(field_of(request.form, "password"));
  const std::string hash = environment ? environment->password_hash : std::string();
  const bool is_right = password.size() <= auth::max_password_size &&
                        co_await pool_.run([&] { return auth::password_matches(password, hash); });
  if (!is_right) co_return refuse("That is not the password.", 403);
  co_return let_in(*environment, *place->gate, place->beginning, std::move(destination), clock_(), request);
}

Task<Outcome<http::Response>> Entrance::use_link(const http::Request& request) {
  auto place = place_of(request);
  if (!place) co_return not_there();
  const std::string& id = place->gate->environment_id();
  const Milliseconds now = clock_();
  const std::string hash = sha256_hex(request.query_parameter("token").value_or(""));
  const bool is_known = CO_TRY(
      co_await database_.write([&](database::Connection& connection) { return use_up(connection, hash, id, now); }));
  const auto environment = CO_TRY(co_await environment_of(id));
  if (!is_known || !environment)
    co_return page(sites::notice_page("This link does not work any more",
                                      "<p>It works once, for two minutes. Open the site from Pagewright again.</p>"),
                   403);
  std::string destination =
      destination_of(place->beginning + std::string(request.query_parameter("to").value_or("/")), place->beginning);
  co_return let_in(*environment, *place->gate, place->beginning, std::move(destination), now, request);
}

}  // namespace pagewright::environments
