#include "server/sites/notices.hpp"

namespace pagewright::sites {
namespace {

// A macro, so that the pages stay literals.
#define STYLE \
  R"(<style>
:root{color-scheme:light dark;--ink:#1c2433;--soft:#5b6577;--paper:#f6f7fa;--line:#d9dee8;--accent:#2f5fd0}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf4;--soft:#a2adc0;--paper:#12161f;--line:#2b3344;--accent:#8db0ff}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:2rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
main{max-width:34rem;border-top:.25rem solid var(--accent);padding:2rem 0}
h1{margin:0 0 .75rem;font-size:clamp(1.75rem,5vw,2.5rem);line-height:1.15;letter-spacing:-.02em}
p{margin:0 0 1.25rem;color:var(--soft)}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible{outline:.1875rem solid var(--accent);outline-offset:.25rem}
</style>)"

constexpr std::string_view not_found = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>This page does not exist</title>)" STYLE
                                       R"(</head>
<body><main>
<h1>This page does not exist</h1>
<p>It may have moved, or the address has a typing mistake in it.</p>
<p><a href="/">Go to the home page</a></p>
</main></body></html>
)";

constexpr std::string_view no_home = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Nothing is published here yet</title>)" STYLE
                                     R"(</head>
<body><main>
<h1>Nothing is published here yet</h1>
<p>As soon as this site has a home page, it shows here.</p>
</main></body></html>
)";

constexpr std::string_view refused = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>This request was not understood</title>)" STYLE
                                     R"(</head>
<body><main>
<h1>This request was not understood</h1>
<p>This address only shows pages. Please try again with a browser.</p>
<p><a href="/">Go to the home page</a></p>
</main></body></html>
)";

#undef STYLE

}  // namespace

std::string_view not_found_page() {
  return not_found;
}
std::string_view no_home_page() {
  return no_home;
}
std::string_view refused_page() {
  return refused;
}

}  // namespace pagewright::sites
