#include "server/sites/entrance_page.hpp"

#include "engine/base/html.hpp"
#include "server/sites/notices.hpp"

namespace pagewright::sites {
namespace {

constexpr std::string_view for_members =
    "<p>Only members of the organisation may see it. Open it from Pagewright, where you are signed in: a link from "
    "there "
    "lets you in for an hour.</p>";

std::string password_form(const Entrance& entrance) {
  const bool is_faulty = !entrance.fault.empty();
  std::string html = "<p>Whoever knows the password may see it.</p>\n<form method=\"post\" action=\"";
  html::append_escaped(html, entrance.action);
  html += "\">\n<input type=\"hidden\" name=\"to\" value=\"";
  html::append_escaped(html, entrance.destination);
  html +=
      "\">\n<label for=\"password\">Password</label>\n<input id=\"password\" name=\"password\" type=\"password\" "
      "autocomplete=\"current-password\" required autofocus maxlength=\"1024\"";
  if (is_faulty) html += " aria-invalid=\"true\" aria-describedby=\"fault\"";
  html += ">\n";
  if (is_faulty) html.append("<p id=\"fault\" role=\"alert\">").append(entrance.fault).append("</p>\n");
  html += "<button>Show the site</button>\n</form>";
  return html;
}

}  // namespace

std::string entrance_page(const Entrance& entrance) {
  switch (entrance.kind) {
    case Gate::Kind::password:
      return notice_page("This site is protected", password_form(entrance));
    case Gate::Kind::members:
      return notice_page("This site is for members", std::string(for_members));
  }
  __builtin_unreachable();
}

}  // namespace pagewright::sites
