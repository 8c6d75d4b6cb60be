#include "server/storage/bucket_store.hpp"

#include <unistd.h>

#include <algorithm>
#include <cassert>

#include "server/base/digest.hpp"
#include "server/outgoing/transfer.hpp"
#include "server/storage/disk_fault.hpp"
#include "server/storage/unnamed_file.hpp"

namespace pagewright::storage {
namespace {

constexpr long connect_milliseconds = 5000;
// A transfer that stays below so many bytes a second for so long is given up.
constexpr long least_speed = 1024;
constexpr long slow_seconds = 30;
constexpr std::size_t kept_fault_bytes = 2000;
constexpr int attempts = 3;

// libcurl asks for the next piece.
std::size_t give(char* into, std::size_t one, std::size_t count, void* rest) {
  auto& bytes = *static_cast<std::string_view*>(rest);
  const std::string_view piece = bytes.substr(0, one * count);
  std::ranges::copy(piece, into);
  bytes.remove_prefix(piece.size());
  return piece.size();
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The text of the first element of that name: "<Code>NoSuchKey</Code>".
std::string element(std::string_view xml, const std::string& name) {
  const auto start = xml.find("<" + name + ">");
  if (start == std::string_view::npos) return {};
  xml.remove_prefix(start + name.size() + 2);
  return std::string(xml.substr(0, xml.find('<')));
}

bool is_worth_another_try(CURLcode code, long status) {
  return (code != CURLE_OK && code != CURLE_WRITE_ERROR) || status == 429 || status >= 500;
}

}  // namespace

// One request, which is sent again where the store had a bad moment.
class BucketStore::Request {
 public:
  Request(const Bucket& bucket, std::string place) : bucket_(bucket), place_(std::move(place)) {
    assert(is_place(place_) && "libcurl signs such keys as they are");
  }
  // Sends `bytes`, with PUT.
  Request& upload(std::string_view bytes, std::string_view media_type) {
    method_ = "PUT";
    bytes_ = bytes;
    media_type_ = media_type;
    return *this;
  }
  Request& remove() {
    method_ = "DELETE";
    return *this;
  }
  // Writes what is answered there.
  Request& fetch_to(int descriptor) {
    descriptor_ = descriptor;
    return *this;
  }

  // Asks for some of the bytes only.
  Request& part(std::uint64_t first, std::uint64_t count) {
    range_ = std::to_string(first) + "-" + std::to_string(first + count - 1);
    return *this;
  }

  Outcome<Answer> perform() {
    for (int attempt = 1;; ++attempt) {
      outgoing::Transfer transfer;
      prepare(transfer);
      const CURLcode code = transfer.perform();
      answer_.status = transfer.response_code();
      if (is_worth_another_try(code, answer_.status) && attempt < attempts) continue;
      if (code == CURLE_OK) return std::move(answer_);
      if (disk_errno_ != 0) {
        errno = disk_errno_;
        return std::unexpected(disk_fault("keep what is fetched"));
      }
      Problem problem = Problem::unavailable("The store of files cannot be reached at the moment.");
      problem.cause = bucket_.endpoint + ": " + transfer.fault(code);
      return std::unexpected(std::move(problem));
    }
  }

 private:
  void prepare(outgoing::Transfer& transfer) {
    rest_ = bytes_;
    answer_ = {};
    if (descriptor_ >= 0 && (::ftruncate(descriptor_, 0) != 0 || ::lseek(descriptor_, 0, SEEK_SET) != 0))
      disk_errno_ = errno;
    url_ = bucket_.url_of(place_);
    signing_ = "aws:amz:" + bucket_.region + ":s3";
    transfer_ = &transfer;
    transfer.set(CURLOPT_URL, url_.c_str())
        .set(CURLOPT_PROTOCOLS_STR, "http,https")
        .set(CURLOPT_FOLLOWLOCATION, 0L)
        .set(CURLOPT_USERAGENT, "Pagewright")
        .set(CURLOPT_AWS_SIGV4, signing_.c_str())
        .set(CURLOPT_USERNAME, bucket_.access_key.c_str())
        .set(CURLOPT_PASSWORD, bucket_.secret_key.c_str())
        .set(CURLOPT_CONNECTTIMEOUT_MS, connect_milliseconds)
        .set(CURLOPT_LOW_SPEED_LIMIT, least_speed)
        .set(CURLOPT_LOW_SPEED_TIME, slow_seconds)
        .set(CURLOPT_WRITEFUNCTION, &Request::take)
        .set(CURLOPT_WRITEDATA, this)
        // No header that is taken away ("Expect:"): libcurl 7.88 signs its absence. What is signed is the request, not
        // its body: that is what TLS is for, and what Content-Length is held against.
        .add_header("x-amz-content-sha256: UNSIGNED-PAYLOAD");
    if (method_ == "PUT")
      transfer.set(CURLOPT_UPLOAD, 1L)
          .set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bytes_.size()))
          .set(CURLOPT_READFUNCTION, &give)
          .set(CURLOPT_READDATA, &rest_)
          .add_header("Content-Type: " + media_type_);
    if (!range_.empty()) transfer.set(CURLOPT_RANGE, range_.c_str());
    if (method_ == "DELETE") transfer.set(CURLOPT_CUSTOMREQUEST, "DELETE");
  }

  static std::size_t take(const char* bytes, std::size_t /*one*/, std::size_t count, void* request) {
    auto& self = *static_cast<Request*>(request);
    const std::string_view piece(bytes, count);
    const long status = self.transfer_->response_code();
    if (self.descriptor_ < 0 || (status != 200 && status != 206)) {
      self.answer_.body.append(
          piece.substr(0, kept_fault_bytes - std::min(kept_fault_bytes, self.answer_.body.size())));
      return count;
    }
    if (write_all(self.descriptor_, piece)) return count;
    self.disk_errno_ = errno;
    return 0;
  }

  const Bucket& bucket_;
  std::string place_;
  std::string method_ = "GET";
  std::string range_;
  std::string media_type_;
  std::string_view bytes_;
  std::string_view rest_;
  int descriptor_ = -1;
  int disk_errno_ = 0;
  std::string url_;
  std::string signing_;
  const outgoing::Transfer* transfer_ = nullptr;
  Answer answer_;
};

BucketStore::BucketStore(Bucket bucket, std::filesystem::path fetched)
    : bucket_(std::move(bucket)), fetched_(std::move(fetched)) {}

// For the log, and for the doctor; never with a key.
Problem BucketStore::refused(const std::string& what, const std::string& place, const Answer& answer) const {
  const std::string code = element(answer.body, "Code");
  std::string sentence = "cannot " + what + " " + bucket_.url_of(place) + ": the store answers " +
                         std::to_string(answer.status) + (code.empty() ? "" : " " + code);
  if (const std::string message = element(answer.body, "Message"); !message.empty()) sentence += " (" + message + ")";
  if (answer.status < 500 && answer.status != 429) return Problem::internal(std::move(sentence));
  Problem problem = Problem::unavailable("The store of files does not answer at the moment.");
  problem.cause = std::move(sentence);
  return problem;
}

Outcome<void> BucketStore::put(const std::string& place, std::string_view bytes, std::string_view media_type) {
  const Answer answer = TRY(Request(bucket_, place).upload(bytes, media_type).perform());
  if (answer.status != 200 && answer.status != 201) return std::unexpected(refused("write", place, answer));
  return {};
}

// What the store answers with, on the disk: the whole file, or with 206 the part that was asked for.
Outcome<BucketStore::Fetched> BucketStore::fetch(const std::string& place, Request request) {
  const int descriptor = open_unnamed(fetched_);
  if (descriptor < 0) return std::unexpected(disk_fault("make a file in " + fetched_.string()));
  const auto perform = [&]() -> Outcome<Fetched> {
    const Answer answer = TRY(request.fetch_to(descriptor).perform());
    if (answer.status == 404 && element(answer.body, "Code") != "NoSuchBucket")
      return std::unexpected(Problem::not_found("There is no such file."));
    if (answer.status != 200 && answer.status != 206) return std::unexpected(refused("read", place, answer));
    return Fetched{.file = TRY(MappedFile::of(descriptor)), .is_part = answer.status == 206};
  };
  auto fetched = perform();
  ::close(descriptor);
  return fetched;
}

Outcome<std::shared_ptr<const MappedFile>> BucketStore::open(const std::string& place) {
  return TRY(fetch(place, Request(bucket_, place))).file;
}

Outcome<FileStore::Part> BucketStore::open_part(const std::string& place, std::uint64_t first, std::uint64_t count) {
  assert(count > 0 && "nothing is no part");
  Request request(bucket_, place);
  request.part(first, count);
  auto [file, is_part] = TRY(fetch(place, std::move(request)));
  std::string_view bytes = file->bytes();
  // A store that knows nothing of ranges sends everything.
  if (!is_part) bytes = bytes.substr(std::min<std::uint64_t>(first, bytes.size()), count);
  return Part{.file = std::move(file), .bytes = bytes};
}

Outcome<void> BucketStore::remove(const std::string& place) {
  const Answer answer = TRY(Request(bucket_, place).remove().perform());
  const bool is_gone = answer.status == 200 || answer.status == 204 || answer.status == 404;
  if (!is_gone || element(answer.body, "Code") == "NoSuchBucket")
    return std::unexpected(refused("remove", place, answer));
  return {};
}

Outcome<void> BucketStore::try_out() {
  const std::string place = "try-out-" + random_secret(9);
  const auto explained = [](Problem problem) {
    problem.detail = problem.cause.empty() ? problem.detail : problem.cause + ".";
    return std::unexpected(std::move(problem));
  };
  if (auto written = put(place, "Pagewright", "text/plain"); !written) return explained(written.error());
  const auto file = open(place);
  if (!file) return explained(file.error());
  if ((*file)->bytes() != "Pagewright")
    return explained(Problem::internal("the store does not give back what it was given"));
  if (auto removed = remove(place); !removed) return explained(removed.error());
  return {};
}

}  // namespace pagewright::storage
