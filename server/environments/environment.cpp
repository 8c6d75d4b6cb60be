#include "server/environments/environment.hpp"

#include "server/base/json_text.hpp"
#include "server/base/text_list.hpp"

namespace pagewright::environments {

std::string Environment::to_json() const {
  const std::string shown = preview ? JsonText()
                                          .text("pageId", preview->page_id)
                                          .text("branch", preview->branch)
                                          .time("expiresAt", preview->expires_at)
                                          .take()
                                    : "null";
  return JsonText()
      .text("id", id)
      .text("name", name)
      .text("kind", kind)
      .text("baseUrl", base_url)
      .text("path", path)
      .raw("hosts", text_list_json(hosts))
      .text("access", access)
      .boolean("hasPassword", !password_hash.empty())
      .raw("preview", shown)
      .time("createdAt", created_at)
      .time("updatedAt", updated_at)
      .take();
}

std::shared_ptr<const sites::Gate> Environment::gate() const {
  if (access == for_everyone) return nullptr;
  const auto kind_of_gate = access == by_password ? sites::Gate::Kind::password : sites::Gate::Kind::members;
  return std::make_shared<const sites::Gate>(kind_of_gate, id, path, pass_key);
}

// At a name of its own: with the scheme and the port by which the listener is reached.
std::string Environment::standard_url(std::string_view sites_url) const {
  if (hosts.empty()) return std::string(sites_url) + path;
  constexpr std::string_view separator = "://";
  const auto scheme = sites_url.substr(0, sites_url.find(separator));
  auto authority = sites_url.substr(scheme.size() + separator.size());
  authority = authority.substr(0, authority.find('/'));
  const auto bracket = authority.rfind(']');  // before it are the colons of an address of IPv6
  const auto colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  const auto port = colon == std::string_view::npos ? std::string_view() : authority.substr(colon);
  return std::string(scheme).append(separator).append(hosts.front()).append(port);
}

}  // namespace pagewright::environments
