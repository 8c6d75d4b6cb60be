#include "server/database/checking/postgres_cluster.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "server/database/postgres_connection.hpp"

namespace pagewright::database {
namespace {

std::string program(const std::string& name) {
  for (const char* folder :
       {"/usr/lib/postgresql/15/bin/", "/usr/lib/postgresql/16/bin/", "/usr/lib/postgresql/17/bin/"})
    if (std::filesystem::exists(folder + name)) return folder + name;
  throw std::runtime_error("the tests need PostgreSQL 15: apt-get install postgresql-15");
}

struct Account {
  uid_t user = ::geteuid();
  gid_t group = ::getegid();
};

// PostgreSQL refuses to run as root.
Account account() {
  if (::geteuid() != 0) return {};
  const passwd* const postgres = ::getpwnam("postgres");
  if (postgres == nullptr) throw std::runtime_error("there is no user postgres, which its Debian package makes");
  return {.user = postgres->pw_uid, .group = postgres->pw_gid};
}

// Starts a program that ends with this one. Its output goes to `log`.
pid_t start_program(const std::vector<std::string>& words, const std::filesystem::path& folder) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const int log =
      ::open((folder / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR | S_IROTH);
  const Account as = account();
  const pid_t child = ::fork();
  if (child != 0) {
    ::close(log);
    return child;
  }
  if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(as.group) != 0 || ::setuid(as.user) != 0))
    ::_exit(1);
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (::chdir(folder.c_str()) != 0) ::_exit(1);
  if (::dup2(log, STDOUT_FILENO) < 0 || ::dup2(log, STDERR_FILENO) < 0) ::_exit(1);
  ::execv(arguments[0], arguments.data());
  ::_exit(1);
}

}  // namespace

PostgresCluster::PostgresCluster(Disk disk) : disk_(disk) {
  const auto pattern = (std::filesystem::temp_directory_path() / "pagewright-postgres-XXXXXX").string();
  std::vector<char> name(pattern.begin(), pattern.end());
  name.push_back('\0');
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
  folder_ = name.data();
  const Account as = account();
  if (::chown(folder_.c_str(), as.user, as.group) != 0)
    throw std::runtime_error("cannot give away " + folder_.string());
  int status = 1;
  ::waitpid(start_program({program("initdb"), "--pgdata=" + (folder_ / "cluster").string(), "--username=pagewright",
                           "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"},
                          folder_),
            &status, 0);
  if (status != 0) throw std::runtime_error("initdb failed: see " + (folder_ / "log").string());
  start();
}

PostgresCluster::~PostgresCluster() {
  end(SIGQUIT);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string PostgresCluster::url(const std::string& database) const {
  return "postgres://pagewright@/" + database + "?host=" + folder_.string();
}

void PostgresCluster::launch() {
  std::vector<std::string> words{program("postgres"), "-D", (folder_ / "cluster").string()};
  std::vector<std::string> settings{"listen_addresses=",   "unix_socket_directories=" + folder_.string(),
                                    "shared_buffers=32MB", "autovacuum=off",
                                    "max_connections=300", "max_wal_senders=1"};
  if (disk_ == Disk::quick) settings.insert(settings.end(), {"fsync=off", "full_page_writes=off"});
  for (const std::string& setting : settings) words.insert(words.end(), {"-c", setting});
  server_ = start_program(words, folder_);
}

void PostgresCluster::start() {
  launch();
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!PostgresConnection::open(url("postgres"))) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const bool has_ended = ::waitpid(server_, nullptr, WNOHANG) == server_;
    if (has_ended && std::chrono::steady_clock::now() < deadline) {
      launch();  // processes of the one that was killed still held its memory
    } else if (std::chrono::steady_clock::now() > deadline) {
      throw std::runtime_error("PostgreSQL did not start: see " + (folder_ / "log").string());
    }
  }
}

void PostgresCluster::end(int signal) {
  if (server_ <= 0) return;
  ::kill(server_, signal);
  ::waitpid(server_, nullptr, 0);
  server_ = -1;
}

void PostgresCluster::stop() {
  end(SIGINT);
}

void PostgresCluster::stop_abruptly() {
  end(SIGQUIT);
}

void PostgresCluster::kill() {
  end(SIGKILL);
}

void PostgresCluster::kill_a_connection() {
  const auto connection = PostgresConnection::open(url("postgres"));
  const auto found = connection ? (*connection)
                                      ->query(
                                          "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client "
                                          "backend' AND datname <> 'postgres' LIMIT 1")
                                : std::unexpected(connection.error());
  if (!found || found->empty()) throw std::runtime_error("PostgreSQL has no connection that could be killed");
  ::kill(static_cast<pid_t>(found->front().integer(0)), SIGKILL);
}

PostgresCluster& PostgresCluster::shared(Disk disk) {
  static PostgresCluster cluster(disk);
  return cluster;
}

}  // namespace pagewright::database
