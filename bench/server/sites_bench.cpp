// Serves one file with the sites listener and nothing else: what sites.sh measures against nginx.
// Usage: server_sites_bench <port> <file> <path>
#include <fstream>
#include <iostream>
#include <iterator>

#include "server/http/server.hpp"
#include "server/jobs/stop_signals.hpp"
#include "server/sites/site_server.hpp"

int main(int count, char** arguments) {
  using namespace pagewright;
  if (count != 4) return 2;
  StopSignals signals;
  std::ifstream file(arguments[2], std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), {}};

  sites::SiteSnapshots snapshots;
  snapshots.publish(std::make_shared<const sites::SiteSnapshot>(
      sites::SiteSnapshot::Artifacts{{arguments[3], sites::Artifact::compress(page, "bench")}}));
  const sites::SiteServer site_server(snapshots);
  http::Server server(std::max(1U, std::thread::hardware_concurrency()));
  const auto port = static_cast<unsigned short>(std::stoi(arguments[1]));
  const auto listening = server.listen(
      "127.0.0.1", port, [&](auto socket, auto& shard) { site_server.start_connection(std::move(socket), shard); });
  if (!listening) {
    std::cerr << listening.error().detail << '\n';
    return 1;
  }
  server.run();
  signals.wait();
  server.stop(std::chrono::seconds(1));
  return 0;
}
