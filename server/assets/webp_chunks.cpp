#include "server/assets/webp_chunks.hpp"

#include <algorithm>
#include <cstdint>

namespace pagewright::assets {
namespace {

constexpr std::size_t file_head = 12;  // "RIFF", size, "WEBP"
constexpr std::size_t chunk_head = 8;  // name, size
// In the first byte of VP8X.
constexpr unsigned char has_profile = 0x20;
constexpr unsigned char has_exif = 0x08;
constexpr unsigned char has_xmp = 0x04;

std::size_t read_size(std::string_view bytes) {
  std::size_t size = 0;
  for (std::size_t i = 4; i-- > 0;) size = size << 8U | static_cast<unsigned char>(bytes[i]);
  return size;
}

void write_size(std::string& bytes, std::size_t at, std::size_t size) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(size >> (8 * i) & 0xffU);
}

}  // namespace

std::string without_notes(std::string_view webp) {
  std::string out(webp.substr(0, file_head));
  for (std::string_view rest = webp.substr(std::min(file_head, webp.size())); rest.size() >= chunk_head;) {
    const std::string_view name = rest.substr(0, 4);
    const std::size_t size = read_size(rest.substr(4));
    const std::string_view chunk = rest.substr(0, chunk_head + size + size % 2);
    if (name != "EXIF" && name != "XMP " && name != "ICCP") {
      out += chunk;
      if (name == "VP8X" && size > 0) {
        char& flags = out[out.size() - chunk.size() + chunk_head];
        flags = static_cast<char>(static_cast<unsigned char>(flags) & ~(has_profile | has_exif | has_xmp));
      }
    }
    rest.remove_prefix(chunk.size());
  }
  if (out.size() >= file_head) write_size(out, 4, out.size() - chunk_head);
  return out;
}

}  // namespace pagewright::assets
