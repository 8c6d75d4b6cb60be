// The store in a bucket, against a server that checks every signature by itself
// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html), and, where the
// environment names one, against a real one.
#include "server/storage/bucket_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include <cctype>
#include <cstdlib>
#include <map>

#include "server/base/digest.hpp"
#include "server/outgoing/receiver.hpp"
#include "server/storage/open_files.hpp"
#include "server/storage/stores.hpp"

namespace pagewright::storage {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

std::string keyed_hash(const std::string& key, const std::string& text) {
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()), key.size());
  crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  std::string hash(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(hash.data()));
  return hash;
}

std::string hex(const std::string& bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  text.pop_back();
  return text;
}

std::string between(const std::string& text, const std::string& start, char end) {
  const auto at = text.find(start);
  if (at == std::string::npos) return {};
  const auto from = at + start.size();
  return text.substr(from, text.find(end, from) - from);
}

struct Received {
  std::string method;
  std::string path;
  std::map<std::string, std::string> headers;  // by their names in lower case
  std::string body;
};

Received read_request(int connection) {
  std::size_t whole = 0;
  const std::string bytes = outgoing::Receiver::read_until(connection, [&](const std::string& received) {
    const auto end = received.find("\r\n\r\n");
    if (end == std::string::npos) return false;
    const std::string length = between(received, "Content-Length: ", '\r');
    whole = end + 4 + (length.empty() ? 0 : std::stoul(length));
    return received.size() >= whole;
  });
  Received request;
  request.method = bytes.substr(0, bytes.find(' '));
  request.path = between(bytes, " ", ' ');
  const auto head_end = bytes.find("\r\n\r\n");
  for (auto at = bytes.find("\r\n") + 2; at < head_end;) {
    const auto end = bytes.find("\r\n", at);
    const auto colon = bytes.find(": ", at);
    std::string name = bytes.substr(at, colon - at);
    for (char& letter : name) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    request.headers[name] = bytes.substr(colon + 2, end - colon - 2);
    at = end + 2;
  }
  request.body = bytes.substr(std::min(head_end + 4, bytes.size()));
  return request;
}

// Keeps objects in memory.
class ObjectServer {
 public:
  explicit ObjectServer(Bucket expected) : expected_(std::move(expected)) {}

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(receiver_.port()); }
  std::map<std::string, std::string> objects;  // by path
  std::map<std::string, std::string> types;
  std::atomic<int> failures_to_come{0};
  std::atomic<unsigned> requests{0};
  std::atomic<std::size_t> sent_of_parts{0};  // bytes

 private:
  [[nodiscard]] bool is_signed(const Received& request) const {
    const auto header = [&](const std::string& name) {
      const auto found = request.headers.find(name);
      return found == request.headers.end() ? std::string() : found->second;
    };
    const std::string authorization = header("authorization");
    const std::string names = between(authorization, "SignedHeaders=", ',');
    std::string canonical = request.method + "\n" + request.path + "\n\n";
    for (std::size_t at = 0; at <= names.size();) {
      const auto end = std::min(names.find(';', at), names.size());
      const std::string name = names.substr(at, end - at);
      if (!request.headers.contains(name)) return false;
      canonical += name + ":" + header(name) + "\n";
      at = end + 1;
    }
    canonical += "\n" + names + "\n" + header("x-amz-content-sha256");
    const std::string time = header("x-amz-date");
    const std::string day = time.substr(0, 8);
    const std::string scope = day + "/" + expected_.region + "/s3/aws4_request";
    const std::string to_sign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + sha256_hex(canonical);
    std::string key = "AWS4" + expected_.secret_key;
    for (const std::string& part : {day, expected_.region, std::string("s3"), std::string("aws4_request")})
      key = keyed_hash(key, part);
    return (";" + names + ";").contains(";host;") &&
           authorization.contains("Credential=" + expected_.access_key + "/" + scope + ",") &&
           between(authorization + ",", "Signature=", ',') == hex(keyed_hash(key, to_sign));
  }

  std::string answer(const Received& request) {
    const auto reply = [](const std::string& status, const std::string& body) {
      return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) +
             "\r\nConnection: close\r\n\r\n" + body;
    };
    ++requests;
    if (failures_to_come > 0) {
      --failures_to_come;
      return reply("503 Slow Down", "<Error><Code>SlowDown</Code></Error>");
    }
    if (!is_signed(request))
      return reply("403 Forbidden", "<Error><Code>SignatureDoesNotMatch</Code><Message>No.</Message></Error>");
    if (!request.path.starts_with("/" + expected_.name + "/"))
      return reply("404 Not Found", "<Error><Code>NoSuchBucket</Code></Error>");
    if (request.method == "PUT") {
      objects[request.path] = request.body;
      types[request.path] = request.headers.at("content-type");
      return reply("200 OK", "");
    }
    if (request.method == "DELETE") return objects.erase(request.path), reply("204 No Content", "");
    const auto found = objects.find(request.path);
    if (found == objects.end()) return reply("404 Not Found", "<Error><Code>NoSuchKey</Code></Error>");
    const auto range = request.headers.find("range");
    if (range == request.headers.end()) return reply("200 OK", found->second);
    const std::string wanted = range->second.substr(std::string("bytes=").size());
    const std::size_t first = std::stoul(wanted);
    const std::size_t last = std::min(std::stoul(wanted.substr(wanted.find('-') + 1)), found->second.size() - 1);
    sent_of_parts += last - first + 1;
    return reply("206 Partial Content", found->second.substr(first, last - first + 1));
  }

  Bucket expected_;
  outgoing::Receiver receiver_{[this](int connection) {
    const Received request = read_request(connection);
    if (!request.method.empty()) outgoing::Receiver::write(connection, answer(request));
  }};
};

struct BucketTest : testing::Test {
  BucketTest() {
    EXPECT_GE(sodium_init(), 0);
    fs::create_directories(folder);
    bucket.endpoint = server.url();
  }
  ~BucketTest() override { fs::remove_all(folder); }

  Bucket bucket{.endpoint = {},
                .name = "pages",
                .region = "eu-test-1",
                .prefix = "assets/",
                .access_key = "team:AKID",
                .secret_key = "se/cret+key"};
  ObjectServer server{bucket};
  const fs::path folder = fs::temp_directory_path() / ("pagewright-bucket-" + random_secret(9));
};

void keeps_what_it_is_given(FileStore& store) {
  const std::string place = "try-" + random_secret(9);
  std::string bytes(300'000, '\xfe');
  bytes += std::string("\0\r\n", 3);
  for (const std::string& content : {bytes, std::string()}) {
    const auto written = store.put(place + "/w00320.webp", content, "image/webp");
    ASSERT_TRUE(written) << written.error().detail << " " << written.error().cause;
    const auto file = store.open(place + "/w00320.webp");
    ASSERT_TRUE(file) << file.error().detail << " " << file.error().cause;
    EXPECT_EQ((*file)->bytes(), content);
    EXPECT_TRUE(store.remove(place + "/w00320.webp"));
    EXPECT_EQ(store.open(place + "/w00320.webp").error().kind, ProblemKind::not_found);
  }
  EXPECT_TRUE(store.remove(place + "/w00320.webp")) << "nothing there is fine";
  const auto tried = store.try_out();
  EXPECT_TRUE(tried) << tried.error().detail;
}

TEST_F(BucketTest, KeepsWhatItIsGiven) {
  BucketStore store(bucket, folder);
  keeps_what_it_is_given(store);
  EXPECT_TRUE(server.objects.empty());
  EXPECT_TRUE(store.put("a/b.webp", "x", "image/webp"));
  EXPECT_EQ(server.objects["/pages/assets/a/b.webp"], "x");
  EXPECT_EQ(server.types["/pages/assets/a/b.webp"], "image/webp");
  EXPECT_TRUE(fs::is_empty(folder)) << "what is fetched has no name";
}

TEST_F(BucketTest, SendsOnlyThePartThatIsAskedFor) {
  OpenFiles store(std::make_unique<BucketStore>(bucket, folder), 1 << 20, 10);
  std::string film(500'000, 'x');
  film.replace(400'000, 5, "scene");
  ASSERT_TRUE(store.put("a/film.mp4", film, "video/mp4"));
  const auto part = store.open_part("a/film.mp4", 400'000, 5);
  ASSERT_TRUE(part) << part.error().cause;
  EXPECT_EQ(part->bytes, "scene");
  EXPECT_EQ(store.open_part("a/film.mp4", 499'998, 50)->bytes, "xx");
  EXPECT_EQ(server.sent_of_parts, 7U);
  EXPECT_EQ(store.open_part("a/none.mp4", 0, 5).error().kind, ProblemKind::not_found);
  ASSERT_TRUE(store.open("a/film.mp4"));
  const unsigned before = server.requests;
  EXPECT_EQ(store.open_part("a/film.mp4", 400'000, 5)->bytes, "scene");
  EXPECT_EQ(server.requests, before) << "the whole file is open by now";
}

TEST_F(BucketTest, AWrongKeyIsToldOfAndNeverShown) {
  bucket.secret_key = "an0ther-key";
  BucketStore store(bucket, folder);
  const auto written = store.put("a", "x", "text/plain");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ProblemKind::internal);
  EXPECT_THAT(written.error().cause, HasSubstr("403 SignatureDoesNotMatch"));
  EXPECT_THAT(store.try_out().error().detail, HasSubstr("SignatureDoesNotMatch (No.)"));
  for (const auto& problem : {written.error(), store.try_out().error(), store.open("a").error()})
    EXPECT_THAT(problem.cause + problem.detail, Not(HasSubstr("an0ther-key")));
  EXPECT_FALSE(store.remove("a"));
  EXPECT_FALSE(store.open("a"));
}

TEST_F(BucketTest, ABucketThatIsNotThereIsAFault) {
  bucket.name = "elsewhere";
  BucketStore store(bucket, folder);
  EXPECT_THAT(store.try_out().error().detail, HasSubstr("NoSuchBucket"));
  EXPECT_EQ(store.open("a").error().kind, ProblemKind::internal) << "that is no missing file";
  EXPECT_FALSE(store.remove("a"));
}

TEST_F(BucketTest, ABadMomentIsWaitedOutAndALongOneIsTold) {
  BucketStore store(bucket, folder);
  server.failures_to_come = 2;
  EXPECT_TRUE(store.put("a", "x", "text/plain"));
  server.failures_to_come = 2;
  EXPECT_EQ((*store.open("a"))->bytes(), "x");
  server.failures_to_come = 100;
  const auto before = server.requests.load();
  EXPECT_EQ(store.put("a", "x", "text/plain").error().kind, ProblemKind::unavailable);
  EXPECT_EQ(server.requests - before, 3U);
  bucket.endpoint = "http://127.0.0.1:1";
  EXPECT_EQ(BucketStore(bucket, folder).open("a").error().kind, ProblemKind::unavailable);
}

TEST(Buckets, AreNamedByAnAddress) {
  const auto bucket = Bucket::parse("https://s3.example.org:9000/pages/a/b/");
  ASSERT_TRUE(bucket);
  EXPECT_EQ(bucket->url_of("c/d"), "https://s3.example.org:9000/pages/a/b/c/d");
  EXPECT_EQ(Bucket::parse("http://localhost/pages")->url_of("c"), "http://localhost/pages/c");
  for (const char* url :
       {"", "pages", "s3://pages", "https://s3.example.org", "https://s3.example.org/",
        "https://key:secret@s3.example.org/pages", "https://s3.example.org/Pages", "https://s3.example.org/pages/../x",
        "https://s3.example.org/pages?x", "https:///pages", "https://s3.example.org/pa"})
    EXPECT_FALSE(Bucket::parse(url)) << url;
}

TEST(Buckets, OfARealServer) {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  const Settings settings{.bucket_url = variable("PAGEWRIGHT_TEST_BUCKET_URL"),
                          .region = "us-east-1",
                          .access_key = variable("PAGEWRIGHT_TEST_BUCKET_ACCESS_KEY"),
                          .secret_key = variable("PAGEWRIGHT_TEST_BUCKET_SECRET_KEY")};
  if (settings.bucket_url.empty()) GTEST_SKIP() << "PAGEWRIGHT_TEST_BUCKET_URL names none";
  ASSERT_GE(sodium_init(), 0);
  BucketStore store(*settings.bucket(), fs::temp_directory_path());
  keeps_what_it_is_given(store);
  Bucket closed = *settings.bucket();
  closed.secret_key += "x";
  EXPECT_THAT(BucketStore(closed, fs::temp_directory_path()).try_out().error().detail, HasSubstr("403"));
}

}  // namespace
}  // namespace pagewright::storage
