// A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, gone when the program ends.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace pagewright::database {

class PostgresCluster {
 public:
  // Quick: nothing survives a power cut, which no test causes. Durable: as in production.
  enum class Disk : std::uint8_t { quick, durable };

  // Makes a cluster and starts it. Throws std::runtime_error where PostgreSQL 15 is not installed. The calling thread
  // must live as long as the server should.
  explicit PostgresCluster(Disk disk = Disk::quick);
  ~PostgresCluster();

  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;

  // The address of one of its databases.
  [[nodiscard]] std::string url(const std::string& database) const;

  // Ends it as a power switch would (SIGQUIT: no clean-up, recovery at the next start), and starts it again.
  void stop_abruptly();
  // As the kernel does when memory is out (SIGKILL): its other processes end when they notice.
  void kill();
  // The same with a process that works for one of the databases: the server ends all connections, and recovers.
  void kill_a_connection();
  // As an operator restarts it: SIGINT, which ends all connections.
  void stop();
  void start();

  // The one of this program, started at first use, which says how it treats the disk.
  static PostgresCluster& shared(Disk disk = Disk::quick);

 private:
  void launch();
  void end(int signal);

  std::filesystem::path folder_;
  Disk disk_;
  pid_t server_ = -1;
};

}  // namespace pagewright::database
