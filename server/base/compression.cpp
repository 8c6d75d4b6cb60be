#include "server/base/compression.hpp"

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

#include <cassert>
#include <memory>

namespace pagewright::server {
namespace {

constexpr int zstd_level = 1;
constexpr int brotli_quality = 10;

}  // namespace

std::string compress_zstd(std::string_view bytes) {
  // A context costs more to make than a small page costs to compress: each thread keeps its own.
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compressCCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size(), zstd_level);
  assert(ZSTD_isError(size) == 0 && "the output has room for the worst case");
  out.resize(size);
  return out;
}

std::optional<std::string> decompress_zstd(std::string_view compressed, std::size_t limit) {
  const unsigned long long size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > limit) return std::nullopt;
  std::string out(size, '\0');
  const std::size_t written = ZSTD_decompress(out.data(), out.size(), compressed.data(), compressed.size());
  if (ZSTD_isError(written) != 0 || written != size) return std::nullopt;
  return out;
}

std::string compress_gzip(std::string_view bytes) {
  constexpr int gzip_window = 15 + 16;
  constexpr int memory_level = 9;
  z_stream stream{};
  [[maybe_unused]] int status =
      deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY);
  assert(status == Z_OK && "zlib starts");
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  status = deflate(&stream, Z_FINISH);
  assert(status == Z_STREAM_END && "the output has room for the worst case");
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string compress_brotli(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  [[maybe_unused]] const BROTLI_BOOL done = BrotliEncoderCompress(
      brotli_quality, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_TEXT, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()), &size,
      reinterpret_cast<uint8_t*>(out.data()));
  assert(done == BROTLI_TRUE && "the output has room for the worst case");
  out.resize(size);
  return out;
}

}  // namespace pagewright::server
