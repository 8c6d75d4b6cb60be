#include "server/cli/setting.hpp"

#include <charconv>

#include "server/database/database_location.hpp"

namespace pagewright::cli {
namespace {

using Kind = Setting::Kind;

Setting text(std::string key, std::string variable, std::string& value, std::string what) {
  return {.key = std::move(key),
          .variable = std::move(variable),
          .what = std::move(what),
          .set =
              [&value](std::string_view chosen) {
                value = chosen;
                return std::string();
              },
          .get = [&value] { return value; }};
}

// A text that `fault` finds nothing wrong with.
Setting checked(Setting setting, const std::function<std::string(std::string_view)>& fault) {
  setting.set = [set = std::move(setting.set), fault](std::string_view chosen) {
    auto found = fault(chosen);
    return found.empty() ? set(chosen) : found;
  };
  return setting;
}

Setting secret(Setting setting) {
  setting.is_secret = true;
  return setting;
}

struct Range {
  std::int64_t least;
  std::int64_t most;
};

Setting integer(std::string key, std::string variable, Range range, std::string what,
                std::function<void(std::int64_t)> assign, std::function<std::int64_t()> read) {
  const auto set = [range, assign = std::move(assign)](std::string_view chosen) -> std::string {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(chosen.data(), chosen.data() + chosen.size(), number);
    if (fault != std::errc{} || end != chosen.data() + chosen.size() || number < range.least || number > range.most)
      return "must be a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most);
    assign(number);
    return {};
  };
  return {.key = std::move(key),
          .variable = std::move(variable),
          .what = std::move(what),
          .kind = Kind::integer,
          .set = set,
          .get = [read = std::move(read)] { return std::to_string(read()); }};
}

template <typename Number>
Setting integer(std::string key, std::string variable, Range range, Number& value, std::string what) {
  return integer(
      std::move(key), std::move(variable), range, std::move(what),
      [&value](std::int64_t number) { value = static_cast<Number>(number); },
      [&value] { return static_cast<std::int64_t>(value); });
}

Setting port(std::string key, std::string variable, unsigned short& value, std::string what) {
  return integer(std::move(key), std::move(variable), {.least = 0, .most = 65'535}, value, std::move(what));
}

// `value` in units of `unit`.
template <typename Unit>
Setting duration(std::string key, std::string variable, Range range, std::chrono::hours& value, Unit unit,
                 std::string what) {
  return integer(
      std::move(key), std::move(variable), range, std::move(what),
      [&value, unit](std::int64_t count) { value = count * unit; }, [&value, unit] { return value / unit; });
}

Setting boolean(std::string key, std::string variable, std::string what, std::function<void(bool)> assign,
                std::function<bool()> read) {
  const auto set = [assign = std::move(assign)](std::string_view chosen) -> std::string {
    if (chosen != "true" && chosen != "false") return "must be true or false";
    assign(chosen == "true");
    return {};
  };
  return {.key = std::move(key),
          .variable = std::move(variable),
          .what = std::move(what),
          .kind = Kind::boolean,
          .set = set,
          .get = [read = std::move(read)] { return read() ? "true" : "false"; }};
}

Setting boolean(std::string key, std::string variable, bool& value, std::string what) {
  return boolean(
      std::move(key), std::move(variable), std::move(what), [&value](bool chosen) { value = chosen; },
      [&value] { return value; });
}

std::string fault_of_url(std::string_view url) {
  const bool is_web = url.starts_with("http://") || url.starts_with("https://");
  return url.empty() || (is_web && !url.ends_with('/'))
             ? ""
             : "must begin with https:// or http:// and have no / at its end: https://pages.example.org";
}

std::string fault_of_database(std::string_view url) {
  const auto location = database::DatabaseLocation::parse(url, "unused");
  return location ? "" : "is not usable: " + location.error().detail;
}

std::string fault_of_mail_server(std::string_view url) {
  return url.empty() || url.starts_with("smtp://") || url.starts_with("smtps://")
             ? ""
             : "must begin with smtps:// or smtp://: smtps://user:password@mail.example.org";
}

std::string fault_of_bucket(std::string_view url) {
  return url.empty() || storage::Bucket::parse(url)
             ? ""
             : "must be the address of a bucket, without keys in it: https://s3.example.org/bucket or with /folder";
}

void add_server(std::vector<Setting>& all, ServeCommand& command) {
  all.push_back(text("host", "PAGEWRIGHT_HOST", command.host, "Address to listen on; 0.0.0.0 for all"));
  all.push_back(port("port", "PAGEWRIGHT_PORT", command.port, "Port of the editor and the API"));
  all.push_back(port("sites-port", "PAGEWRIGHT_SITES_PORT", command.sites_port, "Port of the published sites"));
  all.push_back(
      checked(text("url", "PAGEWRIGHT_URL", command.url, "Where the editor is reached from outside"), fault_of_url));
  all.push_back(checked(
      text("sites-url", "PAGEWRIGHT_SITES_URL", command.sites_url, "Where published sites are reached from outside"),
      fault_of_url));
  all.push_back(
      boolean("seed", "PAGEWRIGHT_SEED", command.seed, "Begin with a sample organisation where there is none"));
  all.push_back(integer("threads", "PAGEWRIGHT_THREADS", {.least = 0, .most = 64}, command.threads,
                        "Event loops; 0: one a processor"));
}

void add_operation(std::vector<Setting>& all, ServeCommand& command) {
  all.push_back(port("metrics-port", "PAGEWRIGHT_METRICS_PORT", command.metrics_port,
                     "Port of /metrics for Prometheus; 0: none"));
  all.push_back(
      text("metrics-host", "PAGEWRIGHT_METRICS_HOST", command.metrics_host, "Address to listen on for Prometheus"));
  all.push_back(
      checked(text("log", "PAGEWRIGHT_LOG", command.log, "all or warnings; empty: warnings on a terminal, else all"),
              [](std::string_view chosen) -> std::string {
                const bool is_known = chosen.empty() || chosen == "all" || chosen == "warnings";
                return is_known ? "" : "must be all or warnings";
              }));
  all.push_back(integer("slow-query-ms", "PAGEWRIGHT_SLOW_QUERY_MS", {.least = 0, .most = 3'600'000},
                        command.slow_query_ms, "Log statements that take this many milliseconds; 0: none"));
  all.push_back(boolean("log-queries", "PAGEWRIGHT_LOG_QUERIES", command.log_queries,
                        "Log every statement, without its parameters"));
}

void add_mail_and_people(std::vector<Setting>& all, ServeCommand& command) {
  all.push_back(secret(checked(text("smtp-url", "PAGEWRIGHT_SMTP_URL", command.smtp_url,
                                    "Mail server: smtps://user:password@mail.example.org; empty: none"),
                               fault_of_mail_server)));
  all.push_back(
      text("mail-from", "PAGEWRIGHT_MAIL_FROM", command.mail_from, "Sender of e-mails: School <mail@school.example>"));
  auto email = text("admin-email", "PAGEWRIGHT_ADMIN_EMAIL", command.admin_email,
                    "The administrator to create where there is none");
  email.has_flag = false;
  all.push_back(std::move(email));
  auto password = secret(
      text("admin-password", "PAGEWRIGHT_ADMIN_PASSWORD", command.admin_password, "That administrator's password"));
  password.has_flag = false;
  all.push_back(std::move(password));
}

// The past of pages that is kept.
void add_retention(std::vector<Setting>& all, retention::Policy& policy) {
  constexpr std::int64_t years_100 = 36'500;
  all.push_back(duration("auto-saves-hourly-after", "PAGEWRIGHT_AUTO_SAVES_HOURLY_AFTER",
                         {.least = 0, .most = years_100 * 24}, policy.hourly_after, std::chrono::hours(1),
                         "Hours after which of an hour's Auto-saves only the last is kept"));
  all.push_back(duration("auto-saves-daily-after", "PAGEWRIGHT_AUTO_SAVES_DAILY_AFTER", {.least = 0, .most = years_100},
                         policy.daily_after, std::chrono::days(1),
                         "Days after which of a day's Auto-saves only the last is kept"));
  all.push_back(duration("log-days", "PAGEWRIGHT_LOG_DAYS", {.least = 0, .most = years_100}, policy.transactions_for,
                         std::chrono::days(1), "Days for which single changes are kept behind the last version"));
  all.push_back(
      integer("log-changes", "PAGEWRIGHT_LOG_CHANGES", {.least = 100, .most = 1'000'000}, policy.kept_transactions,
              "Single changes of a branch that are kept behind its last version, for editors that come back"));
  all.push_back(duration("trash-days", "PAGEWRIGHT_TRASH_DAYS", {.least = 1, .most = years_100}, policy.trash_for,
                         std::chrono::days(1), "Days after which a page in the trash is deleted for ever"));
}

void add_webhooks(std::vector<Setting>& all, webhooks::Settings& settings) {
  using outgoing::Reach;
  all.push_back(boolean(
      "allow-private-webhooks", "PAGEWRIGHT_ALLOW_PRIVATE_WEBHOOKS",
      "Let webhooks reach this machine and private networks",
      [&settings](bool chosen) { settings.reach = chosen ? Reach::anywhere : Reach::public_only; },
      [&settings] { return settings.reach == Reach::anywhere; }));
  all.push_back(duration("webhook-log-days", "PAGEWRIGHT_WEBHOOK_LOG_DAYS", {.least = 3, .most = 36'500},
                         settings.log_for, std::chrono::days(1), "Days for which is kept what was sent to webhooks"));
}

void add_forms(std::vector<Setting>& all, forms::Settings& settings) {
  all.push_back(duration("form-days", "PAGEWRIGHT_FORM_DAYS", {.least = 1, .most = 36'500}, settings.kept_for,
                         std::chrono::days(1), "Days for which is kept what visitors send by forms"));
}

void add_assets(std::vector<Setting>& all, assets::Settings& settings) {
  constexpr std::int64_t mebi = 1024 * 1024;
  all.push_back(integer(
      "upload-mb", "PAGEWRIGHT_UPLOAD_MB", {.least = 1, .most = 4096}, "Megabytes that an uploaded file may have",
      [&settings](std::int64_t chosen) { settings.most_bytes = static_cast<std::uint64_t>(chosen * mebi); },
      [&settings] { return static_cast<std::int64_t>(settings.most_bytes) / mebi; }));
}

void add_quota(std::vector<Setting>& all, assets::Settings& settings) {
  constexpr std::int64_t mebi = 1024 * 1024;
  all.push_back(integer(
      "asset-quota-mb", "PAGEWRIGHT_ASSET_QUOTA_MB", {.least = 0, .most = 1'000'000'000},
      "Megabytes that an organisation's files may have together; 0: any number",
      [&settings](std::int64_t chosen) {
        settings.most_bytes_of_organization = static_cast<std::uint64_t>(chosen * mebi);
      },
      [&settings] { return static_cast<std::int64_t>(settings.most_bytes_of_organization) / mebi; }));
}

void add_storage(std::vector<Setting>& all, storage::Settings& settings) {
  all.push_back(checked(text("bucket-url", "PAGEWRIGHT_BUCKET_URL", settings.bucket_url,
                             "S3 bucket for uploaded files: https://s3.example.org/bucket; empty: the data directory"),
                        fault_of_bucket));
  all.push_back(text("bucket-region", "PAGEWRIGHT_BUCKET_REGION", settings.region, "The bucket's region"));
  all.push_back(text("bucket-access-key", "PAGEWRIGHT_BUCKET_ACCESS_KEY", settings.access_key,
                     "The name of the key that opens the bucket"));
  all.push_back(
      secret(text("bucket-secret-key", "PAGEWRIGHT_BUCKET_SECRET_KEY", settings.secret_key, "The key itself")));
}

void add_releases(std::vector<Setting>& all, releases::Settings& settings) {
  all.push_back(integer("release-count", "PAGEWRIGHT_RELEASE_COUNT", {.least = 1, .most = 1'000'000},
                        settings.kept_releases, "Releases of an environment that one can go back to, however old"));
  all.push_back(duration("release-days", "PAGEWRIGHT_RELEASE_DAYS", {.least = 0, .most = 36'500}, settings.kept_for,
                         std::chrono::days(1), "Days for which one can go back to a release, however many there are"));
}

}  // namespace

std::vector<Setting> settings_of_place(std::filesystem::path& data, std::string& database_url) {
  Setting directory{.key = "data",
                    .variable = "PAGEWRIGHT_DATA",
                    .what = "Directory where everything is kept",
                    .set =
                        [&data](std::string_view chosen) {
                          data = chosen;
                          return std::string(chosen.empty() ? "must name a directory" : "");
                        },
                    .get = [&data] { return data.string(); }};
  return {std::move(directory), secret(checked(text("database-url", "DATABASE_URL", database_url,
                                                    "postgres://… or sqlite:FILE; empty: SQLite in the data directory"),
                                               fault_of_database))};
}

std::vector<Setting> settings_of(ServeCommand& command) {
  auto all = settings_of_place(command.data, command.database_url);
  add_server(all, command);
  add_operation(all, command);
  add_mail_and_people(all, command);
  add_retention(all, command.retention);
  add_webhooks(all, command.webhooks);
  add_forms(all, command.forms);
  add_assets(all, command.assets);
  add_quota(all, command.assets);
  add_storage(all, command.storage);
  add_releases(all, command.releases);
  return all;
}

std::vector<std::string> contradictions(const ServeCommand& command) {
  std::vector<std::string> found;
  const auto differ = [&](unsigned short one, unsigned short other, const std::string& keys) {
    if (one != 0 && one == other)
      found.push_back(keys + " are both " + std::to_string(one) + ": choose different ones");
  };
  differ(command.port, command.sites_port, "port and sites-port");
  differ(command.port, command.metrics_port, "port and metrics-port");
  differ(command.sites_port, command.metrics_port, "sites-port and metrics-port");
  if (command.admin_email.empty() != command.admin_password.empty())
    found.emplace_back("admin-email and admin-password belong together: give both, or neither");
  if (!command.smtp_url.empty() && command.mail_from.empty())
    found.emplace_back("smtp-url needs mail-from: the sender of e-mails");
  const storage::Settings& store = command.storage;
  if (!store.bucket_url.empty() && (store.access_key.empty() || store.secret_key.empty() || store.region.empty()))
    found.emplace_back("bucket-url needs bucket-access-key, bucket-secret-key and bucket-region");
  return found;
}

}  // namespace pagewright::cli
