// Files in a bucket of an object store that speaks S3. Requests are signed (AWS Signature Version 4) and never leave
// the secret key. What is fetched goes to a file without a name, never into memory.
#pragma once

#include "server/storage/bucket.hpp"
#include "server/storage/file_store.hpp"

namespace pagewright::storage {

class BucketStore final : public FileStore {
 public:
  // Fetched files stand in the directory `fetched`, which exists, as long as somebody reads them.
  BucketStore(Bucket bucket, std::filesystem::path fetched);

  Outcome<void> put(const std::string& place, std::string_view bytes, std::string_view media_type) override;
  Outcome<std::shared_ptr<const MappedFile>> open(const std::string& place) override;
  Outcome<Part> open_part(const std::string& place, std::uint64_t first, std::uint64_t count) override;
  Outcome<void> remove(const std::string& place) override;
  Outcome<void> try_out() override;

 private:
  struct Answer {
    long status = 0;
    std::string body;  // its beginning, where it was no success
  };
  class Request;
  struct Fetched {
    std::shared_ptr<const MappedFile> file;
    bool is_part = false;
  };
  Outcome<Fetched> fetch(const std::string& place, Request request);
  [[nodiscard]] Problem refused(const std::string& what, const std::string& place, const Answer& answer) const;

  const Bucket bucket_;
  const std::filesystem::path fetched_;
};

}  // namespace pagewright::storage
