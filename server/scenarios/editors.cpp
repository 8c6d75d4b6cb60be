#include "server/scenarios/editors.hpp"

#include <boost/asio/detached.hpp>

#include "server/jobs/run_to_end.hpp"

namespace pagewright::scenarios {

namespace {

// Only a test that fails waits that long.
constexpr std::chrono::seconds patience{20};

}  // namespace

Task<std::optional<std::string>> MemorySocket::read() {
  const auto self = shared_from_this();
  co_await suspend([self](Resume resume) {
    std::unique_lock lock(self->mutex_);
    if (self->to_server_.empty() && self->code_ == 0) {
      self->waiting_ = std::move(resume);
      return;
    }
    lock.unlock();
    resume();
  });
  const std::lock_guard lock(mutex_);
  if (to_server_.empty()) co_return std::nullopt;
  std::string message = std::move(to_server_.front());
  to_server_.pop_front();
  co_return message;
}

void MemorySocket::send(std::shared_ptr<const std::string> message) {
  const std::lock_guard lock(mutex_);
  if (code_ != 0) return;
  to_client_.push_back(std::move(message));
  arrived_.notify_all();
}

void MemorySocket::close(unsigned short code, std::string) {
  Resume resume;
  {
    const std::lock_guard lock(mutex_);
    if (code_ != 0) return;
    code_ = code;
    resume = std::move(waiting_);
    arrived_.notify_all();
  }
  if (resume) resume();
}

bool MemorySocket::is_open() const {
  const std::lock_guard lock(mutex_);
  return code_ == 0;
}

void MemorySocket::client_sends(std::string message) {
  Resume resume;
  {
    const std::lock_guard lock(mutex_);
    to_server_.push_back(std::move(message));
    resume = std::exchange(waiting_, nullptr);
  }
  if (resume) resume();
}

json::Value MemorySocket::client_receives() {
  std::unique_lock lock(mutex_);
  arrived_.wait_for(lock, patience, [&] { return !to_client_.empty() || code_ != 0; });
  if (to_client_.empty()) return nullptr;
  const auto text = std::move(to_client_.front());
  to_client_.pop_front();
  return json::parse(*text, 1000).value();
}

unsigned short MemorySocket::close_code() {
  std::unique_lock lock(mutex_);
  arrived_.wait_for(lock, patience, [&] { return code_ != 0; });
  return code_;
}

Editors::Editors(Installation& installation)
    : installation_(installation), work_(loop_.get_executor()), thread_([this] { loop_.run(); }) {}

Editors::~Editors() {
  for (const auto& socket : sockets_) socket->close(1000, "");
  work_.reset();
  thread_.join();
}

std::shared_ptr<MemorySocket> Editors::connect() {
  auto socket = std::make_shared<MemorySocket>(loop_.get_executor());
  sockets_.push_back(socket);
  for (const http::Route& route : installation_.application().routes()) {
    if (route.pattern != "/api/v1/collaboration") continue;
    http::Request request{.is_upgrade = true};
    auto response = run_to_end(route.handler(request));
    boost::asio::co_spawn(loop_, response->web_socket(socket), boost::asio::detached);
  }
  return socket;
}

std::shared_ptr<MemorySocket> Editors::connect(const Hello& hello) {
  auto socket = connect();
  socket->client_sends(hello_message(hello));
  return socket;
}

std::string Editors::hello_message(const Hello& hello) const {
  const std::string branch = hello.branch.empty() ? "" : R"("branch":")" + hello.branch + "\",";
  return R"({"type":"hello",)" + branch + R"("accessToken":")" + installation_.token(hello.caller) + R"(","pageId":")" +
         hello.page_id + R"(","clientId":")" + hello.client_id + R"(","since":)" +
         (hello.since ? std::to_string(*hello.since) : "null") + "}";
}

const std::string two_headings =
    R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":"One"}},{"id":"h2","component":"heading","props":{"text":"Two"}}]})";

std::string type_of(const json::Value& message) {
  return std::string(json::find_string(message, "type").value_or(""));
}
std::string id_of(const json::Value& message) {
  return std::string(json::find_string(message, "id").value_or(""));
}
std::int64_t sequence_of(const json::Value& message) {
  return json::find(message, "sequence")->to_number<std::int64_t>();
}

std::string set_text(const std::string& node, const std::string& text) {
  return R"({"type":"set_prop","id":")" + node + R"(","key":"text","value":")" + text + "\"}";
}

std::string submit(const std::string& id, const std::string& operation) {
  return R"({"type":"submit","transaction":{"id":")" + id + R"(","label":"Edit","operations":[)" + operation + "]}}";
}

}  // namespace pagewright::scenarios
