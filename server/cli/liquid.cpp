#include "server/cli/liquid.hpp"

#include <charconv>
#include <istream>
#include <ostream>
#include <vector>

#include "engine/json/value.hpp"
#include "engine/liquid/program.hpp"

namespace pagewright::cli {
namespace {

struct Request {
  std::string_view source;
  json::Value data = json::Object();
  std::vector<liquid::Partial> partials;
  liquid::ErrorMode errors = liquid::ErrorMode::strict;
  liquid::Escape escape = liquid::Escape::none;
};

std::string answer_with(const Diagnostic& fault) {
  return json::serialize(json::Object{{"error", fault.message}, {"line", fault.line}, {"column", fault.column}});
}

// Sets a choice of the request; false where it is neither of the two words.
template <typename Choice>
bool read_choice(const json::Value& parsed, std::string_view key, std::string_view first, Choice first_choice,
                 std::string_view second, Choice second_choice, Choice& choice) {
  const json::Value* value = json::find(parsed, key);
  if (!value || value->is_null()) return true;
  const auto word = json::find_string(parsed, key);
  if (word != first && word != second) return false;
  choice = word == first ? first_choice : second_choice;
  return true;
}

// A sentence where the request is none.
std::string read_request(const json::Value& parsed, Request& request) {
  const auto source = json::find_string(parsed, "template");
  if (!source) return "A request is an object with a \"template\", which is a text.";
  request.source = *source;
  if (const json::Value* data = json::find(parsed, "data"); data && !data->is_null()) {
    if (!data->is_object()) return "\"data\" is an object.";
    request.data = *data;
  }
  if (const json::Value* partials = json::find(parsed, "partials"); partials && !partials->is_null()) {
    if (!partials->is_object()) return "\"partials\" is an object of texts.";
    for (const auto& partial : partials->get_object()) {
      if (!partial.value().is_string()) return "\"partials\" is an object of texts.";
      request.partials.push_back({json::view(partial.key()), json::view(partial.value().get_string())});
    }
  }
  if (!read_choice(parsed, "mode", "strict", liquid::ErrorMode::strict, "lax", liquid::ErrorMode::lax, request.errors))
    return "\"mode\" is \"strict\" or \"lax\".";
  if (!read_choice(parsed, "escape", "none", liquid::Escape::none, "html", liquid::Escape::html, request.escape))
    return "\"escape\" is \"none\" or \"html\".";
  // The text of an error is not escaped: where the output is, nothing is put out for it.
  if (request.escape == liquid::Escape::html && request.errors == liquid::ErrorMode::lax)
    request.errors = liquid::ErrorMode::silent;
  return {};
}

// The place of an error that a run ended with: "12:3".
Diagnostic runtime_fault(const Error& error) {
  Diagnostic fault{error.message, 1, 1};
  const char* end = error.path.data() + error.path.size();
  const auto [colon, code] = std::from_chars(error.path.data(), end, fault.line);
  if (code == std::errc() && colon != end) std::from_chars(colon + 1, end, fault.column);
  return fault;
}

}  // namespace

std::string answer_liquid_request(std::string_view line) {
  const auto parsed = json::parse(line);
  if (!parsed) return answer_with({parsed.error().message, 1, 1});
  Request request;
  if (std::string problem = read_request(*parsed, request); !problem.empty()) return answer_with({problem, 1, 1});
  const auto program = liquid::Program::compile(
      request.source,
      {.escape = request.escape, .is_component = false, .partials = request.partials, .errors = request.errors});
  if (!program) return answer_with(program.error().front());
  std::vector<const json::Value*> values;
  for (const std::string& name : program->variables())  // the one without a name is all of them
    values.push_back(name.empty() ? &request.data : json::find(request.data, name));
  std::string output;
  const auto done = program->render(values, "node", nullptr, output);
  if (!done) return answer_with(runtime_fault(done.error()));
  return json::serialize(json::Object{{"output", output}});
}

int render_liquid(std::istream& requests, std::ostream& answers) {
  std::string line;
  while (std::getline(requests, line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    answers << answer_liquid_request(line) << '\n' << std::flush;
  }
  return 0;
}

}  // namespace pagewright::cli
