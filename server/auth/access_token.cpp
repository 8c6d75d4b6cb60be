#include "server/auth/access_token.hpp"

#include <cjose/cjose.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>

#include "engine/json/value.hpp"
#include "server/base/digest.hpp"

namespace pagewright::auth {
namespace {

constexpr std::size_t max_token_size = 2048;
constexpr std::size_t max_cached_per_shard = 4096;

struct SignatureRelease {
  void operator()(cjose_jws_t* signature) const { cjose_jws_release(signature); }
};
using Signature = std::unique_ptr<cjose_jws_t, SignatureRelease>;

struct HeaderRelease {
  void operator()(cjose_header_t* header) const { cjose_header_release(header); }
};

std::shared_ptr<const Claims> claims_of(std::string_view payload) {
  const auto parsed = json::parse(payload);
  if (!parsed) return nullptr;
  const auto subject = json::find_string(*parsed, "sub");
  const auto organization = json::find_string(*parsed, "org");
  const auto session = json::find_string(*parsed, "sid");
  const auto role = http::parse_role(json::find_string(*parsed, "role").value_or(""));
  const json::Value* expiry = json::find(*parsed, "exp");
  if (!subject || !organization || !session || !role || expiry == nullptr || !expiry->is_int64()) return nullptr;
  return std::make_shared<const Claims>(Claims{.user_id = std::string(*subject),
                                               .organization_id = std::string(*organization),
                                               .session_id = std::string(*session),
                                               .role = *role,
                                               .expires_at = expiry->get_int64()});
}

}  // namespace

struct AccessTokens::Key {
  cjose_jwk_t* key = nullptr;
  ~Key() { cjose_jwk_release(key); }
};

AccessTokens::AccessTokens(std::string_view secret) : key_(std::make_unique<Key>()) {
  if (secret.size() < 32) throw std::runtime_error("the signing secret is shorter than 32 bytes");
  cjose_err error{};
  key_->key = cjose_jwk_create_oct_spec(reinterpret_cast<const uint8_t*>(secret.data()), secret.size(), &error);
  if (key_->key == nullptr) throw std::runtime_error("the signing secret was not accepted");
}

AccessTokens::~AccessTokens() = default;

std::string AccessTokens::issue(const Claims& claims, std::int64_t now) {
  json::Object payload;
  payload["sub"] = claims.user_id;
  payload["org"] = claims.organization_id;
  payload["role"] = http::name_of(claims.role);
  payload["sid"] = claims.session_id;
  payload["iat"] = now;
  payload["exp"] = now + access_token_seconds;
  const std::string text = json::serialize(json::Value(std::move(payload)));

  cjose_err error{};
  const std::unique_ptr<cjose_header_t, HeaderRelease> header(cjose_header_new(&error));
  if (!header || !cjose_header_set(header.get(), CJOSE_HDR_ALG, CJOSE_HDR_ALG_HS256, &error))
    throw std::runtime_error("an access token could not be signed");
  const Signature signature(
      cjose_jws_sign(key_->key, header.get(), reinterpret_cast<const uint8_t*>(text.data()), text.size(), &error));
  const char* compact = nullptr;
  if (!signature || !cjose_jws_export(signature.get(), &compact, &error))
    throw std::runtime_error("an access token could not be signed");
  return compact;
}

std::shared_ptr<const Claims> AccessTokens::verify(std::string_view token, std::int64_t now) {
  if (token.empty() || token.size() > max_token_size) return nullptr;
  Shard& shard = shard_of(token);
  std::shared_ptr<const Claims> claims;
  {
    const std::lock_guard lock(shard.mutex);
    if (const auto known = shard.verified.find(token); known != shard.verified.end()) claims = known->second;
  }
  if (!claims) {
    claims = verify_signature(token);
    if (!claims || claims->expires_at <= now) return nullptr;
    const std::lock_guard lock(shard.mutex);
    if (shard.verified.size() >= max_cached_per_shard) {
      std::erase_if(shard.verified, [&](const auto& entry) { return entry.second->expires_at <= now; });
      if (shard.verified.size() >= max_cached_per_shard) shard.verified.clear();
    }
    shard.verified.emplace(token, claims);
  }
  if (claims->expires_at <= now || is_revoked(claims->session_id)) return nullptr;
  return claims;
}

std::shared_ptr<const Claims> AccessTokens::verify_signature(std::string_view token) const {
  cjose_err error{};
  const Signature signature(cjose_jws_import(token.data(), token.size(), &error));
  if (!signature) return nullptr;
  // A token must not choose its own algorithm: only the one that we sign with.
  const char* algorithm = cjose_header_get(cjose_jws_get_protected(signature.get()), CJOSE_HDR_ALG, &error);
  if (algorithm == nullptr || std::string_view(algorithm) != CJOSE_HDR_ALG_HS256) return nullptr;
  if (!cjose_jws_verify(signature.get(), key_->key, &error)) return nullptr;
  uint8_t* payload = nullptr;
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(signature.get(), &payload, &size, &error)) return nullptr;
  return claims_of({reinterpret_cast<const char*>(payload), size});
}

AccessTokens::Shard& AccessTokens::shard_of(std::string_view token) {
  return shards_[std::hash<std::string_view>{}(token) % shards_.size()];
}

void AccessTokens::revoke_session(std::string_view session_id, std::int64_t now) {
  const std::lock_guard lock(revoked_mutex_);
  std::erase_if(revoked_, [&](const auto& entry) { return entry.second <= now; });
  revoked_.insert_or_assign(std::string(session_id), now + access_token_seconds + 1);
}

bool AccessTokens::is_revoked(std::string_view session_id) const {
  const std::lock_guard lock(revoked_mutex_);
  return !revoked_.empty() && revoked_.contains(session_id);
}

std::string load_or_create_secret(const std::filesystem::path& directory) {
  const std::filesystem::path path = directory / "jwt.key";
  if (const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600); file >= 0) {
    const std::string secret = random_secret(48);
    const bool written =
        ::write(file, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!written) throw std::runtime_error("cannot write " + path.string());
  } else if (errno != EEXIST) {
    throw std::runtime_error("cannot create " + path.string() + ": check that the data directory is writable");
  }
  std::ifstream in(path, std::ios::binary);
  std::string secret((std::istreambuf_iterator<char>(in)), {});
  if (secret.size() < 32)
    throw std::runtime_error(path.string() + " is damaged: delete it to sign everybody out and start anew");
  return secret;
}

}  // namespace pagewright::auth
