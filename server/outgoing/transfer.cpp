#include "server/outgoing/transfer.hpp"

#include <stdexcept>

namespace pagewright::outgoing {
namespace {

CURL* start() {
  // Once for the whole program, before the first transfer.
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  CURL* curl = started == CURLE_OK ? curl_easy_init() : nullptr;
  if (curl == nullptr) throw std::runtime_error("libcurl does not start");
  return curl;
}

curl_slist* append(curl_slist* list, const std::string& text) {
  curl_slist* longer = curl_slist_append(list, text.c_str());
  if (longer == nullptr) throw std::runtime_error("libcurl has no memory");
  return longer;
}

int is_to_stop(void* flag, curl_off_t /*to_receive*/, curl_off_t /*received*/, curl_off_t /*to_send*/,
               curl_off_t /*sent*/) {
  return static_cast<const std::atomic<bool>*>(flag)->load() ? 1 : 0;
}

}  // namespace

Transfer::Transfer() : curl_(start()) {
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_ERRORBUFFER, fault_);
  // What stands in the environment or in somebody's home is not meant for us; a proxy would also hide whom we talk to.
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
}

Transfer::~Transfer() {
  curl_easy_cleanup(curl_);
  curl_slist_free_all(headers_);
  curl_slist_free_all(recipients_);
}

void Transfer::check(CURLcode code) {
  if (code != CURLE_OK) throw std::runtime_error(std::string("libcurl: ") + curl_easy_strerror(code));
}

Transfer& Transfer::add_header(const std::string& line) {
  headers_ = append(headers_, line);
  return *this;
}

Transfer& Transfer::add_recipient(const std::string& address) {
  recipients_ = append(recipients_, address);
  return *this;
}

Transfer& Transfer::stop_with(const std::atomic<bool>& is_stopping) {
  set(CURLOPT_XFERINFOFUNCTION, &is_to_stop);
  set(CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(&is_stopping));
  return set(CURLOPT_NOPROGRESS, 0L);
}

CURLcode Transfer::perform() {
  if (headers_ != nullptr) set(CURLOPT_HTTPHEADER, headers_);
  if (recipients_ != nullptr) set(CURLOPT_MAIL_RCPT, recipients_);
  return curl_easy_perform(curl_);
}

std::string Transfer::fault(CURLcode code) const {
  return fault_[0] != '\0' ? fault_ : curl_easy_strerror(code);
}

long Transfer::response_code() const {
  long code = 0;
  curl_easy_getinfo(curl_, CURLINFO_RESPONSE_CODE, &code);
  return code;
}

}  // namespace pagewright::outgoing
