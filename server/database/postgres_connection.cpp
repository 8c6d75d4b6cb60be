#include "server/database/postgres_connection.hpp"

#include <poll.h>

#include <array>
#include <bit>
#include <charconv>
#include <span>

#include "server/database/faults.hpp"
#include "server/database/statement_report.hpp"

namespace pagewright::database {
namespace {

constexpr std::size_t kept_statements = 256;
// What is posted is answered before the answers could fill the sockets of both sides.
constexpr std::size_t most_expected = 128;
constexpr int oldest_version = 150000;

// What the address does not say itself. A peer that has vanished is noticed within a minute.
constexpr std::array<std::pair<const char*, const char*>, 7> defaults{{{"connect_timeout", "5"},
                                                                       {"application_name", "pagewright"},
                                                                       {"client_encoding", "UTF8"},
                                                                       {"keepalives_idle", "20"},
                                                                       {"keepalives_interval", "10"},
                                                                       {"keepalives_count", "3"},
                                                                       {"tcp_user_timeout", "50000"}}};

Oid type_id(Parameter::Type type) {
  switch (type) {
    case Parameter::Type::unknown:
      return 0;
    case Parameter::Type::integer:
      return 20;
    case Parameter::Type::number:
      return 701;
    case Parameter::Type::text:
      return 25;
    case Parameter::Type::blob:
      return 17;
  }
  __builtin_unreachable();
}

// The highest n of the $n outside of 'texts'.
std::size_t count_parameters(std::string_view sql) {
  std::size_t highest = 0;
  bool is_text = false;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] == '\'') is_text = !is_text;
    if (sql[i] != '$' || is_text) continue;
    std::size_t number = 0;
    std::from_chars(sql.data() + i + 1, sql.data() + sql.size(), number);
    highest = std::max(highest, number);
  }
  return highest;
}

// Parameters as libpq takes them: pointers, lengths and formats side by side. All but texts are binary.
class Values {
 public:
  explicit Values(std::span<const Parameter> parameters) : numbers_(parameters.size()) {
    for (const Parameter& parameter : parameters) {
      fault_ |= !std::visit([this](const auto& value) { return add(value); }, parameter.value());
    }
  }

  [[nodiscard]] bool has_nul() const { return fault_; }
  [[nodiscard]] int count() const { return static_cast<int>(starts_.size()); }
  [[nodiscard]] const char* const* starts() const { return starts_.data(); }
  [[nodiscard]] const int* lengths() const { return lengths_.data(); }
  [[nodiscard]] const int* formats() const { return formats_.data(); }

 private:
  void add_bytes(const char* start, std::size_t size, int format) {
    starts_.push_back(start);
    lengths_.push_back(static_cast<int>(size));
    formats_.push_back(format);
  }
  bool add(std::monostate) {
    add_bytes(nullptr, 0, 0);
    return true;
  }
  bool add(std::int64_t number) {
    auto& bytes = numbers_[starts_.size()];
    for (std::size_t i = 0; i < bytes.size(); ++i)
      bytes[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (56U - 8U * i));
    add_bytes(bytes.data(), bytes.size(), 1);
    return true;
  }
  bool add(double number) { return add(std::bit_cast<std::int64_t>(number)); }
  bool add(std::string_view text) {
    add_bytes(text.data() ? text.data() : "", text.size(), 1);
    return text.find('\0') == std::string_view::npos;
  }
  bool add(Blob blob) {
    add_bytes(blob.bytes.data() ? blob.bytes.data() : "", blob.bytes.size(), 1);
    return true;
  }

  std::vector<std::array<char, 8>> numbers_;
  std::vector<const char*> starts_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  bool fault_ = false;
};

std::span<const Parameter> span_of(std::initializer_list<Parameter> parameters) {
  return {parameters.begin(), parameters.size()};
}

void ignore_notice(void* /*unused*/, const PGresult* /*unused*/) {}

}  // namespace

Outcome<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const std::string& url) {
  std::vector<const char*> keywords;
  std::vector<const char*> values;
  for (const auto& [keyword, value] : defaults) {
    keywords.push_back(keyword);
    values.push_back(value);
  }
  keywords.push_back("dbname");  // a whole address in it says more, and goes before
  values.push_back(url.c_str());
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  auto connection = std::unique_ptr<PostgresConnection>(
      new PostgresConnection(PQconnectdbParams(keywords.data(), values.data(), /*expand_dbname=*/1)));
  PGconn* const opened = connection->connection_;
  if (PQstatus(opened) != CONNECTION_OK) return std::unexpected(connection_lost(PQerrorMessage(opened)));
  PQsetNoticeReceiver(opened, ignore_notice, nullptr);
  TRY(connection->check_server());
  if (PQenterPipelineMode(opened) != 1) return std::unexpected(connection->lost());
  return connection;
}

PostgresConnection::~PostgresConnection() {
  PQfinish(connection_);
}

Outcome<void> PostgresConnection::check_server() const {
  if (const int version = PQserverVersion(connection_); version < oldest_version) {
    return std::unexpected(Problem::internal("PostgreSQL 15 or newer is needed, and this server is version " +
                                             std::to_string(version / 10000) + "."));
  }
  const char* encoding = PQparameterStatus(connection_, "server_encoding");
  if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
    return std::unexpected(Problem::internal(
        std::string("The database ") + PQdb(connection_) + " is encoded in " + (encoding ? encoding : "?") +
        ", and Pagewright needs UTF-8: make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0."));
  }
  return {};
}

bool PostgresConnection::is_transaction_broken() const {
  return PQtransactionStatus(connection_) == PQTRANS_INERROR;
}

int PostgresConnection::backend() const {
  return PQbackendPID(connection_);
}

bool PostgresConnection::is_alive() {
  pollfd socket{.fd = PQsocket(connection_), .events = POLLIN, .revents = 0};
  // An answer that nobody has taken yet, or the end: only reading tells them apart.
  while (!is_lost_ && PQstatus(connection_) == CONNECTION_OK && ::poll(&socket, 1, 0) > 0)
    if (PQconsumeInput(connection_) != 1) return false;
  return !is_lost_ && PQstatus(connection_) == CONNECTION_OK;
}

Problem PostgresConnection::lost() {
  expected_.clear();
  is_lost_ = true;
  return last_fault_ = connection_lost(PQerrorMessage(connection_));
}

Outcome<void> PostgresConnection::forget_statements() {
  statements_.clear();
  if (PQsendQueryParams(connection_, "DEALLOCATE ALL", 0, nullptr, nullptr, nullptr, nullptr, 1) != 1)
    return std::unexpected(lost());
  expected_.push_back({Expected::Kind::statement, std::make_shared<Statement>(Statement{.sql = "DEALLOCATE ALL"})});
  return {};
}

Outcome<std::shared_ptr<PostgresConnection::Statement>> PostgresConnection::prepare(
    std::string_view sql, std::span<const Parameter> parameters) {
  key_.assign(sql);
  for (const Parameter& parameter : parameters) key_ += static_cast<char>(parameter.type());
  auto known = statements_.find(key_);
  if (known == statements_.end()) {
    if (statements_.size() >= kept_statements) TRY(forget_statements());
    auto made = std::make_shared<Statement>(Statement{
        .sql = std::string(sql), .name = "s" + std::to_string(++names_), .parameters = count_parameters(sql)});
    known = statements_.emplace(key_, std::move(made)).first;
  }
  auto statement = known->second;
  if (statement->parameters > parameters.size())
    return std::unexpected(last_fault_ = missing_parameter(statement->parameters, statement->sql));
  if (!statement->is_prepared) {
    std::vector<Oid> types;
    for (const Parameter& parameter : parameters.first(statement->parameters))
      types.push_back(type_id(parameter.type()));
    if (PQsendPrepare(connection_, statement->name.c_str(), statement->sql.c_str(), static_cast<int>(types.size()),
                      types.data()) != 1)
      return std::unexpected(lost());
    statement->is_prepared = true;
    expected_.push_back({Expected::Kind::preparation, statement});
  }
  return statement;
}

Outcome<void> PostgresConnection::send(std::string_view sql, std::span<const Parameter> parameters) {
  const auto statement = TRY(prepare(sql, parameters));
  const Values values(parameters.first(statement->parameters));
  if (values.has_nul()) return std::unexpected(last_fault_ = text_with_nul());
  if (PQsendQueryPrepared(connection_, statement->name.c_str(), values.count(), values.starts(), values.lengths(),
                          values.formats(), /*resultFormat=*/1) != 1)
    return std::unexpected(lost());
  expected_.push_back({Expected::Kind::statement, statement});
  return {};
}

Outcome<PostgresResult> PostgresConnection::next_answer(const Expected& expected) {
  PostgresResult answer(PQgetResult(connection_));
  if (!answer) return std::unexpected(lost());
  if (expected.kind == Expected::Kind::synchronisation) {
    if (PQresultStatus(answer.get()) != PGRES_PIPELINE_SYNC) return std::unexpected(lost());
    return answer;
  }
  while (const PostgresResult rest{PQgetResult(connection_)}) {
    // A connection that ends says so in a result of its own.
  }
  const auto status = PQresultStatus(answer.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return answer;
  if (expected.kind == Expected::Kind::preparation) expected.of->is_prepared = false;
  if (status == PGRES_PIPELINE_ABORTED) return PostgresResult();
  // What PostgreSQL reports has a code. libpq's own faults have none: it could not send, for the other side was gone
  // before it said so.
  const bool is_reported = PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE) != nullptr;
  if (!is_reported || PQstatus(connection_) != CONNECTION_OK) return std::unexpected(lost());
  return std::unexpected(last_fault_ = describe_fault(answer.get(), expected.of->sql));
}

Outcome<PostgresResult> PostgresConnection::receive() {
  const auto last = expected_.empty() ? nullptr : expected_.back().of;  // the one that is waited for
  const auto started = std::chrono::steady_clock::now();
  auto answer = receive_all();
  if (last) report_statement(last->sql, std::chrono::steady_clock::now() - started);
  return answer;
}

Outcome<PostgresResult> PostgresConnection::receive_all() {
  if (PQpipelineSync(connection_) != 1) return std::unexpected(lost());
  expected_.push_back({Expected::Kind::synchronisation, nullptr});
  Outcome<PostgresResult> last;
  while (!expected_.empty()) {
    const Expected expected = std::move(expected_.front());
    expected_.pop_front();
    auto answer = next_answer(expected);
    if (expected.kind != Expected::Kind::synchronisation) {
      if (last) last = std::move(answer);  // the first fault counts: what follows it is not run
    } else if (!answer) {
      return answer;
    } else if (!expected_.empty()) {
      last = PostgresResult();  // until here it was send_posted()
    }
    if (PQstatus(connection_) != CONNECTION_OK) return std::unexpected(lost());
  }
  return last;
}

Outcome<Rows> PostgresConnection::query(std::string_view sql, std::initializer_list<Parameter> parameters) {
  TRY(send(sql, span_of(parameters)));
  const auto answer = TRY(receive());
  return read_rows(answer.get());
}

Outcome<std::int64_t> PostgresConnection::execute(std::string_view sql, std::initializer_list<Parameter> parameters) {
  TRY(send(sql, span_of(parameters)));
  const auto answer = TRY(receive());
  const std::string_view count = PQcmdTuples(answer.get());
  std::int64_t changed = 0;
  std::from_chars(count.data(), count.data() + count.size(), changed);
  return changed;
}

Outcome<void> PostgresConnection::post(std::string_view sql, std::initializer_list<Parameter> parameters) {
  return post_values(sql, span_of(parameters));
}

Outcome<void> PostgresConnection::post_values(std::string_view sql, std::span<const Parameter> parameters) {
  TRY(send(sql, parameters));
  return expected_.size() >= most_expected ? settle() : Outcome<void>();
}

Outcome<void> PostgresConnection::settle() {
  if (!expected_.empty()) TRY(receive());
  return {};
}

void PostgresConnection::send_posted() {
  if (expected_.empty()) return;
  if (PQpipelineSync(connection_) == 1) {
    expected_.push_back({Expected::Kind::synchronisation, nullptr});
  } else {
    (void)lost();
  }
}

Outcome<void> PostgresConnection::commit() {
  TRY(send("COMMIT", {}));
  const auto answer = TRY(receive());
  // PostgreSQL answers ROLLBACK where a statement before had failed.
  if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT")
    return std::unexpected(Problem::internal("the transaction was rolled back: " + last_fault_.cause));
  return {};
}

Outcome<void> PostgresConnection::run_script(std::string_view sql) {
  TRY(settle());
  if (PQexitPipelineMode(connection_) != 1) return std::unexpected(lost());
  const PostgresResult result(PQexec(connection_, std::string(sql).c_str()));
  const auto status = PQresultStatus(result.get());
  if (PQstatus(connection_) != CONNECTION_OK || PQenterPipelineMode(connection_) != 1) return std::unexpected(lost());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) return {};
  return std::unexpected(last_fault_ = describe_fault(result.get(), sql));
}

}  // namespace pagewright::database
