// What stands before the pages of an environment that not everyone may see.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pagewright::sites {

// Below an environment's address: where a password is sent to, and where the links of members lead.
inline constexpr std::string_view entrance_path = "/~enter";

// Times are milliseconds since 1970.
class Gate {
 public:
  enum class Kind : std::uint8_t { password, members };

  // `key` signs the passes of its visitors: with another one, all of them are void.
  Gate(Kind kind, std::string_view environment_id, std::string prefix, std::string key);

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const std::string& environment_id() const { return environment_id_; }
  // The environment's path on the listener's own address: "" or "/~staging".
  [[nodiscard]] const std::string& prefix() const { return prefix_; }
  [[nodiscard]] const std::string& cookie_name() const { return cookie_name_; }

  // What lets a visitor in until then: the value of the cookie.
  [[nodiscard]] std::string pass(std::int64_t until) const;
  // Whether a request with that Cookie header is let in. Takes as long for a wrong pass as for a right one.
  [[nodiscard]] bool admits(std::string_view cookies, std::int64_t now) const;

 private:
  [[nodiscard]] bool is_valid(std::string_view pass, std::int64_t now) const;

  Kind kind_;
  std::string environment_id_;
  std::string prefix_;
  std::string key_;
  std::string cookie_name_;
};

}  // namespace pagewright::sites
