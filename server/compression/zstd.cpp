#include "server/compression/zstd.hpp"

#include <zstd.h>

#include <cassert>
#include <memory>

namespace pagewright::compression {
namespace {

constexpr int zstd_level = 1;

}  // namespace

std::string zstd(std::string_view bytes) {
  // A context costs more to make than a small page costs to compress: each thread keeps its own.
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compressCCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size(), zstd_level);
  assert(ZSTD_isError(size) == 0 && "the output has room for the worst case");
  out.resize(size);
  return out;
}

std::optional<std::string> unpack_zstd(std::string_view compressed, std::size_t limit) {
  const unsigned long long size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > limit) return std::nullopt;
  std::string out(size, '\0');
  const std::size_t written = ZSTD_decompress(out.data(), out.size(), compressed.data(), compressed.size());
  if (ZSTD_isError(written) != 0 || written != size) return std::nullopt;
  return out;
}

}  // namespace pagewright::compression
