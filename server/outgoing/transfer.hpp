// One transfer of libcurl: an option is set and checked in one go, and everything is released at the end.
#pragma once

#include <curl/curl.h>

#include <atomic>
#include <string>
#include <string_view>

namespace pagewright::outgoing {

class Transfer {
 public:
  // Throws std::runtime_error where libcurl cannot start.
  Transfer();
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  // Throws std::runtime_error for an option that this libcurl refuses.
  template <typename Value>
  Transfer& set(CURLoption option, Value value) {
    check(curl_easy_setopt(curl_, option, value));
    return *this;
  }
  Transfer& add_header(const std::string& line);
  Transfer& add_recipient(const std::string& address);
  // The transfer ends when this becomes true.
  Transfer& stop_with(const std::atomic<bool>& is_stopping);

  // Blocks. The transfer's own words for what went wrong are in fault() afterwards.
  CURLcode perform();
  [[nodiscard]] std::string fault(CURLcode code) const;
  // The status of HTTP, or the last answer of an SMTP server; 0: there was none.
  [[nodiscard]] long response_code() const;

 private:
  static void check(CURLcode code);

  CURL* curl_;
  curl_slist* headers_ = nullptr;
  curl_slist* recipients_ = nullptr;
  char fault_[CURL_ERROR_SIZE] = {};
};

}  // namespace pagewright::outgoing
