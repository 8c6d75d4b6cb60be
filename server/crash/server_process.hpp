// The real program as a process of its own, which can be killed.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace pagewright::crash {

inline constexpr const char* admin_email = "admin@crash.example";
inline constexpr const char* admin_password = "correct horse battery";

class ServerProcess {
 public:
  // `database_url`: as DATABASE_URL has it; empty: SQLite in `data`.
  ServerProcess(std::filesystem::path data, std::string database_url)
      : data_(std::move(data)), database_url_(std::move(database_url)) {}
  ~ServerProcess() { kill(); }

  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  // Starts it and waits until it is ready, for a minute at most. Throws std::runtime_error with its last words
  // otherwise.
  void start();
  // SIGKILL, and waits for its end. Nothing where it does not run.
  void kill();

  [[nodiscard]] unsigned short port() const { return port_; }
  // All that it has written to standard error.
  [[nodiscard]] std::string log() const;

 private:
  std::filesystem::path data_;
  std::string database_url_;
  pid_t process_ = -1;
  unsigned short port_ = 0;
};

}  // namespace pagewright::crash
