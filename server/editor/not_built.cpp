#include "server/editor/not_built.hpp"

namespace pagewright::editor {
namespace {

constexpr std::string_view document = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>The editor is not built</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem}code{font-size:.95em}</style></head>
<body><h1>The editor is not part of this build</h1>
<p>The server runs, but it was compiled without the editor. Build everything with <code>./dev build</code> and start it again.</p></body></html>
)";

}  // namespace

http::Response not_built() {
  auto response = http::Response::html(std::string(document), 503);
  response.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  return response;
}

}  // namespace pagewright::editor
