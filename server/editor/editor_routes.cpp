#include "server/editor/editor_routes.hpp"

#include <sodium.h>

#include <algorithm>
#include <cctype>

#include "server/editor/file_response.hpp"
#include "server/editor/not_built.hpp"

namespace pagewright::editor {
namespace {

using http::Access;
using http::Method;
using http::Request;
using http::Response;

// srcdoc iframes (thumbnails and previews) inherit this policy, so it allows what pages may show: a preview that
// left out a picture would not be one.
constexpr std::string_view editor_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: "
    "blob: https: http:; "
    "font-src 'self' data: https:; media-src 'self' data: blob: https: http:; frame-src 'self'; "
    "worker-src 'self' blob:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// Not every browser counts a WebSocket to this host as 'self'; any other host stays out of reach.
std::string policy_for(const Request& request) {
  const auto host = request.header("Host");
  const bool is_plain = !host.empty() && std::ranges::all_of(host, [](char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || std::string_view(".-:[]").contains(letter);
  });
  std::string policy(editor_policy);
  policy += "; connect-src 'self'";
  if (is_plain) policy.append(" ws://").append(host).append(" wss://").append(host);
  return policy;
}

Task<Outcome<Response>> redirect_to_editor(Request&) {
  co_return Response::redirect("/page-builder");
}

// Every address below /page-builder is the same document; which page it shows is the editor's business.
Task<Outcome<Response>> editor_document(Request& request) {
  const auto* file = embedded::find("editor/index.html");
  if (!file) co_return not_built();
  auto response = file_response(request, *file, revalidate);
  response.set("Content-Security-Policy", policy_for(request));
  response.set("X-Frame-Options", "DENY");
  co_return response;
}

Task<Outcome<Response>> editor_file(Request& request) {
  const auto& name = request.parameter("*");
  const auto* file = embedded::find("editor/assets/" + name);
  if (!file) co_return std::unexpected(Problem::not_found("The editor has no file " + name + "."));
  auto response = file_response(request, *file, for_ever);
  // The canvas frame has an opaque origin: to it, everything here is another site's.
  response.set("Access-Control-Allow-Origin", "*");
  response.set("Cross-Origin-Resource-Policy", "cross-origin");
  co_return response;
}

// A file beside index.html (the icon), or the document.
Task<Outcome<Response>> editor_file_or_document(Request& request) {
  const auto& name = request.parameter("*");
  // Documents have policies of their own, which they get at their own addresses.
  const bool may_be_file = name.find('.') != std::string::npos && !name.ends_with(".html");
  const auto* file = may_be_file ? embedded::find("editor/" + name) : nullptr;
  if (!file) co_return co_await editor_document(request);
  co_return file_response(request, *file, one_day);
}

std::string make_nonce() {
  unsigned char bytes[18];
  randombytes_buf(bytes, sizeof bytes);
  char text[sodium_base64_ENCODED_LEN(sizeof bytes, sodium_base64_VARIANT_ORIGINAL)];
  sodium_bin2base64(text, sizeof text, bytes, sizeof bytes, sodium_base64_VARIANT_ORIGINAL);
  return text;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  out.reserve(text.size());
  for (auto at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
    out += text.substr(0, at);
    out += to;
    text.remove_prefix(at + from.size());
  }
  return out.append(text);
}

// The document inside the canvas: its one script runs by a nonce that is new for every request, and nothing in it can
// reach the editor's session, whatever a page contains.
Task<Outcome<Response>> canvas_frame(Request&) {
  const auto* file = embedded::find("editor/canvas-frame.html");
  if (!file) co_return not_built();
  const auto nonce = make_nonce();
  auto response = Response::html(replace_all(file->bytes, "__NONCE__", nonce));
  response.set("Content-Security-Policy",
               "default-src 'none'; script-src 'nonce-" + nonce +
                   "'; style-src 'unsafe-inline'; img-src * data: blob:; font-src *; media-src *; form-action 'none'; "
                   "base-uri 'none'; frame-ancestors 'self'; sandbox allow-scripts");
  co_return response;
}

Task<Outcome<Response>> illustration(Request& request) {
  const auto& name = request.parameter("*");
  const auto* file = embedded::find("library/illustrations/" + name);
  if (!file) co_return std::unexpected(Problem::not_found("There is no illustration " + name + "."));
  auto response = file_response(request, *file, one_day);
  response.set("Access-Control-Allow-Origin", "*");
  response.set("Cross-Origin-Resource-Policy", "cross-origin");
  // An SVG opened by itself is a document: it may style itself and nothing else.
  response.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  co_return response;
}

}  // namespace

std::vector<http::Route> editor_routes() {
  return {
      {Method::get, "/", Access::anyone, redirect_to_editor},
      {Method::get, "/page-builder", Access::anyone, editor_document},
      {Method::get, "/page-builder/assets/*", Access::anyone, editor_file},
      {Method::get, "/page-builder/*", Access::anyone, editor_file_or_document},
      {Method::get, "/canvas-frame", Access::anyone, canvas_frame},
      {Method::get, "/assets/illustrations/*", Access::anyone, illustration},
  };
}

}  // namespace pagewright::editor
