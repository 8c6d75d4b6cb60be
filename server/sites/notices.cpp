#include "server/sites/notices.hpp"

namespace pagewright::sites {
namespace {

constexpr std::string_view beginning =
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
    "content=\"width=device-width, "
    "initial-scale=1\"><title>";
constexpr std::string_view style = R"(</title><style>
:root{color-scheme:light dark;--ink:#1c2433;--soft:#5b6577;--paper:#f6f7fa;--line:#d9dee8;--accent:#2f5fd0;--fault:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf4;--soft:#a2adc0;--paper:#12161f;--line:#2b3344;--accent:#8db0ff;--fault:#ffb4ab}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:2rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
main{max-width:34rem;border-top:.25rem solid var(--accent);padding:2rem 0}
h1{margin:0 0 .75rem;font-size:clamp(1.75rem,5vw,2.5rem);line-height:1.15;letter-spacing:-.02em}
p,ul{margin:0 0 1.25rem;color:var(--soft)}
ul{padding-left:1.25rem}
strong{color:var(--ink)}
a{color:var(--accent);text-underline-offset:.2em}
label{display:block;margin:0 0 .25rem;font-weight:600}
input,button{font:inherit;border-radius:.375rem;padding:.625rem .875rem}
input{display:block;width:100%;max-width:22rem;margin:0 0 1rem;border:.0625rem solid var(--soft);background:var(--paper);color:inherit}
input[aria-invalid]{border-color:var(--fault);margin-bottom:.5rem}
button{border:.0625rem solid var(--accent);background:var(--accent);color:var(--paper);font-weight:600;cursor:pointer}
[role=alert]{color:var(--fault)}
a:focus-visible,input:focus-visible,button:focus-visible{outline:.1875rem solid var(--accent);outline-offset:.25rem}
</style></head>
<body><main>
<h1>)";
constexpr std::string_view end = "\n</main></body></html>\n";
constexpr std::string_view link_home = "\n<p><a href=\"/\">Go to the home page</a></p>";

}  // namespace

std::string notice_page(std::string_view title, std::string_view content) {
  std::string page(beginning);
  page.append(title).append(style).append(title).append("</h1>\n").append(content).append(end);
  return page;
}

std::string not_found_page() {
  return notice_page("This page does not exist",
                     "<p>It may have moved, or the address has a typing mistake in it.</p>" + std::string(link_home));
}

std::string no_home_page() {
  return notice_page("Nothing is published here yet", "<p>As soon as this site has a home page, it shows here.</p>");
}

std::string refused_page() {
  return notice_page("This request was not understood",
                     "<p>This address only shows pages. Please try again with a browser.</p>" + std::string(link_home));
}

}  // namespace pagewright::sites
