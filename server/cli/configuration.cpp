#include "server/cli/configuration.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

#include "server/cli/nearest_name.hpp"
#include "server/cli/toml_file.hpp"

namespace pagewright::cli {
namespace {

constexpr std::string_view file_ending = "-file";

std::string name_of(Setting::Kind kind) {
  switch (kind) {
    case Setting::Kind::text:
      return "a text in quotes";
    case Setting::Kind::integer:
      return "a number without quotes";
    case Setting::Kind::boolean:
      return "true or false, without quotes";
  }
  __builtin_unreachable();
}

// Empty variables are as good as none.
std::string variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value ? value : "";
}

// What was chosen, and where.
struct Choice {
  std::string text;
  std::string origin;
};

class Configuring {
 public:
  Configuring(const std::vector<Setting>& settings, const Flags& flags, const ConfigurationFile& file)
      : settings_(settings), flags_(flags), file_(file) {}

  Configuration configure() {
    read_file();
    for (const Setting& setting : settings_) apply(setting);
    return std::move(result_);
  }

 private:
  void fault(const std::string& origin, const std::string& sentence) {
    result_.faults.push_back(origin + ": " + sentence);
  }

  void read_file() {
    std::error_code ignored;
    if (!file_.must_exist && !std::filesystem::exists(file_.path, ignored)) return;
    TomlFile read = read_toml(file_.path);
    if (!read.fault.empty()) result_.faults.push_back(read.fault);
    for (TomlEntry& entry : read.entries) take(entry);
  }

  void take(TomlEntry& entry) {
    std::vector<std::string> names = file_.other_keys;
    for (const Setting& setting : settings_) {
      if (entry.key == setting.key) return keep(entry, setting.kind);
      if (setting.is_secret && entry.key == setting.key + std::string(file_ending))
        return keep(entry, Setting::Kind::text);
      names.push_back(setting.key);
    }
    if (std::ranges::find(file_.other_keys, entry.key) != file_.other_keys.end()) return;
    const std::string nearest = nearest_name(entry.key, names);
    fault(entry.place, "unknown key " + entry.key + (nearest.empty() ? "" : ": did you mean " + nearest + "?"));
  }

  void keep(TomlEntry& entry, Setting::Kind kind) {
    if (entry.kind != kind) return fault(entry.place, entry.key + " must be " + name_of(kind));
    in_file_[entry.key] = {std::move(entry.text), std::move(entry.place)};
  }

  // The content of a file that holds a secret, without the end of its line.
  std::optional<Choice> secret_in(const std::string& path, const std::string& origin) {
    std::ifstream in(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    if (!in.is_open() || in.bad()) {
      fault(origin, "cannot read " + path);
      return std::nullopt;
    }
    while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
    return Choice{std::move(text), origin};
  }

  std::optional<Choice> from_environment(const Setting& setting) {
    const std::string value = variable(setting.variable);
    const std::string file_variable = setting.variable + "_FILE";
    const std::string path = setting.is_secret ? variable(file_variable) : "";
    if (!value.empty() && !path.empty()) fault(file_variable, setting.variable + " is given too: keep one of them");
    if (!value.empty()) return Choice{value, setting.variable};
    return path.empty() ? std::nullopt : secret_in(path, file_variable);
  }

  std::optional<Choice> from_file(const Setting& setting) {
    const auto value = in_file_.find(setting.key);
    const auto path = in_file_.find(setting.key + std::string(file_ending));
    if (value != in_file_.end() && path != in_file_.end())
      fault(path->second.origin, setting.key + " is given too: keep one of them");
    if (value != in_file_.end()) return value->second;
    return path == in_file_.end() ? std::nullopt : secret_in(path->second.text, path->second.origin);
  }

  std::optional<Choice> choose(const Setting& setting) {
    if (const auto flag = flags_.find(setting.key); flag != flags_.end())
      return Choice{flag->second, "--" + setting.key};
    if (auto chosen = from_environment(setting)) return chosen;
    return from_file(setting);
  }

  void apply(const Setting& setting) {
    const auto chosen = choose(setting);
    if (chosen)
      if (const auto wrong = setting.set(chosen->text); !wrong.empty())
        fault(chosen->origin, (chosen->origin.starts_with("--") ? "" : setting.key + " ") + wrong);
    const std::string value = setting.get();
    const std::string shown = setting.is_secret && !value.empty() ? masked(value) : value;
    result_.values.push_back({.key = setting.key,
                              .text = setting.kind == Setting::Kind::text ? quoted_for_toml(shown) : shown,
                              .origin = chosen ? chosen->origin : "default"});
  }

  const std::vector<Setting>& settings_;
  const Flags& flags_;
  const ConfigurationFile& file_;
  std::map<std::string, Choice, std::less<>> in_file_;
  Configuration result_;
};

}  // namespace

Configuration configure(const std::vector<Setting>& settings, const Flags& flags, const ConfigurationFile& file) {
  return Configuring(settings, flags, file).configure();
}

std::string masked(std::string_view secret) {
  constexpr std::string_view stars = "***";
  const auto scheme = secret.find("://");
  if (scheme == std::string_view::npos) return secret.starts_with("sqlite:") ? std::string(secret) : std::string(stars);
  const auto begin = scheme + 3;
  const auto at = secret.rfind('@');
  // Parameters may hold a password too.
  const auto query = secret.find('?', begin);
  const auto end = query == std::string_view::npos ? secret.size() : query;
  const std::string rest = query == std::string_view::npos ? "" : "?" + std::string(stars);
  if (at == std::string_view::npos || at < begin) return std::string(secret.substr(0, end)) + rest;
  if (at > end) return std::string(secret.substr(0, begin)) + std::string(stars);
  const auto colon = secret.find(':', begin);
  const auto user = colon < at ? secret.substr(0, colon) : secret.substr(0, at);
  return std::string(user) + (colon < at ? ":" + std::string(stars) : "") + std::string(secret.substr(at, end - at)) +
         rest;
}

}  // namespace pagewright::cli
