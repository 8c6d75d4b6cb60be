#include "server/crash/server_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace pagewright::crash {
namespace {

// Everything up to the first line's end; less where the writer goes away or a minute passes.
std::string read_line(int from) {
  std::string line;
  char byte = 0;
  pollfd waiting{.fd = from, .events = POLLIN, .revents = 0};
  constexpr int patience = 60'000;
  while (::poll(&waiting, 1, patience) > 0 && ::read(from, &byte, 1) == 1 && byte != '\n') line += byte;
  return line;
}

// "Pagewright is ready: http://localhost:40123/page-builder"
unsigned short port_in(const std::string& line) {
  constexpr std::string_view before = "http://localhost:";
  const auto at = line.find(before);
  unsigned short port = 0;
  if (at != std::string::npos) std::from_chars(line.data() + at + before.size(), line.data() + line.size(), port);
  return port;
}

}  // namespace

void ServerProcess::start() {
  std::array<int, 2> output{};
  if (::pipe2(output.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  std::filesystem::create_directories(data_);
  const int log = ::open((data_ / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
  const std::string data = data_.string();
  // The environment of the child is made before the fork: afterwards nothing may be allocated.
  ::setenv("PAGEWRIGHT_ADMIN_EMAIL", admin_email, 1);
  ::setenv("PAGEWRIGHT_ADMIN_PASSWORD", admin_password, 1);
  ::setenv("DATABASE_URL", database_url_.c_str(), 1);
  process_ = ::fork();
  if (process_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(output[1], STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    ::execl(PAGEWRIGHT_PROGRAM, "pagewright", "serve", "--port", "0", "--sites-port", "0", "--no-seed", "--log", "all",
            "--data", data.c_str(), nullptr);
    ::_exit(127);
  }
  ::unsetenv("DATABASE_URL");
  ::close(output[1]);
  ::close(log);
  const std::string line = read_line(output[0]);
  ::close(output[0]);
  port_ = port_in(line);
  if (port_ == 0) {
    kill();
    throw std::runtime_error("the server did not start: " + line + this->log());
  }
}

void ServerProcess::kill() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
}

std::string ServerProcess::log() const {
  std::ostringstream text;
  text << std::ifstream(data_ / "log").rdbuf();
  return text.str();
}

}  // namespace pagewright::crash
