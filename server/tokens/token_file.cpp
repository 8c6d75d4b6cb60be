#include "server/tokens/token_file.hpp"

#include <algorithm>
#include <array>

#include "engine/token/exports.hpp"

namespace pagewright::tokens {
namespace {

struct Format {
  std::string_view name;
  std::string_view extension;
  std::string_view media_type;
  std::string (*write)(const token::TokenDocument&);  // null: the document itself
};
constexpr std::array<Format, 7> formats = {
    {{"css", "css", "text/css; charset=utf-8", token::export_css},
     {"scss", "scss", "text/x-scss; charset=utf-8", token::export_scss},
     {"json", "json", "application/json", token::export_json},
     {"json-nested", "nested.json", "application/json", token::export_nested_json},
     {"tailwind", "tailwind.css", "text/css; charset=utf-8", token::export_tailwind},
     {"tailwind-config", "tailwind.config.js", "text/javascript; charset=utf-8", token::export_tailwind_config},
     {"dtcg", "tokens.json", "application/design-tokens+json", nullptr}}};

std::unexpected<Problem> refuse(const std::string& parameter, const std::string& fault) {
  return std::unexpected(Problem::malformed("The parameter " + parameter + " " + fault + "."));
}

// What may stand in a file's name everywhere.
std::string file_part(std::string_view theme) {
  std::string part;
  for (const char c : theme) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    part += is_kept ? c : '-';
  }
  return part;
}

}  // namespace

Outcome<TokenFile> token_file(const std::string& tokens, std::string_view format, std::string_view theme) {
  const auto* known = std::ranges::find(formats, format, &Format::name);
  if (known == formats.end())
    return refuse("format", "must be css, scss, json, json-nested, tailwind, tailwind-config or dtcg");
  TokenFile file{
      "design" + (theme.empty() ? std::string() : "." + file_part(theme)) + "." + std::string(known->extension),
      std::string(known->media_type),
      {}};
  if (!known->write) {
    if (!theme.empty()) return refuse("theme", "can't be chosen for dtcg, which holds all themes");
    file.text = tokens;
    return file;
  }
  const auto source = json::parse(tokens);
  auto document = source ? token::read_document(*source, token::Values::kept)
                         : std::expected<token::TokenDocument, std::vector<Diagnostic>>(std::unexpect);
  if (!document) {
    const std::string cause = document.error().empty() ? "no JSON" : document.error().front().message;
    return std::unexpected(Problem::internal("the stored tokens can't be read: " + cause));
  }
  if (!theme.empty()) {
    auto themed = token::under_theme(*document, theme);
    if (!themed) return refuse("theme", "must be a theme of the design tokens, is \"" + std::string(theme) + "\"");
    *document = std::move(*themed);
  }
  file.text = known->write(*document);
  return file;
}

}  // namespace pagewright::tokens
