#include "engine/base/text_writer.hpp"

#include <algorithm>

namespace pagewright {

void TextWriter::open() {
  const std::size_t size = out_.size();
  const std::size_t room = std::max(out_.capacity(), size + padding);
  out_.resize_and_overwrite(room, [](char*, std::size_t given) { return given; });
  at_ = out_.data() + size;
  end_ = out_.data() + room - padding;
}

void TextWriter::close() {
  const std::size_t written = size();
  out_.resize_and_overwrite(written, [](char*, std::size_t given) { return given; });
}

void TextWriter::grow(std::size_t size) {
  const std::size_t written = this->size();
  close();
  out_.reserve(std::max(2 * written, written + size + padding));
  open();
}

}  // namespace pagewright
