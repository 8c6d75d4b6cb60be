// Appends to a string through a cursor into its spare room: one comparison and a few plain writes a piece, where
// std::string::append takes a call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace pagewright {

// While a writer is alive its string holds what was written plus unset bytes: read it through the writer. One writer a
// string at a time.
class TextWriter {
 public:
  // Bytes behind a text that append_padded() may read, and behind the cursor that may be overwritten.
  static constexpr std::size_t padding = 16;

  explicit TextWriter(std::string& out) : out_(out) { open(); }
  ~TextWriter() { close(); }
  TextWriter(const TextWriter&) = delete;
  TextWriter& operator=(const TextWriter&) = delete;

  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(at_ - out_.data()); }
  // What was written from byte `begin` on. Valid until more is written.
  [[nodiscard]] std::string_view written_since(std::size_t begin) const {
    return std::string_view(out_.data() + begin, size() - begin);
  }
  // Takes back all behind the first `size` bytes.
  void truncate(std::size_t size) { at_ = out_.data() + size; }

  void append(char c) {
    make_room(1);
    *at_++ = c;
  }
  void append(std::string_view text) {
    make_room(text.size());
    copy(at_, text.data(), text.size());
    at_ += text.size();
  }
  // The same for a text with `padding` readable bytes behind its end, which is quicker for short ones.
  void append_padded(const char* text, std::size_t size) {
    make_room(size);
    if (size > 8 * padding)
      std::memcpy(at_, text, size);
    else
      for (std::size_t done = 0; done < size; done += padding) std::memcpy(at_ + done, text + done, padding);
    at_ += size;
  }
  // Room for `size` bytes and `padding` more, to be written to directly; then advance_to() says how far. It may have
  // gone into the padding.
  [[nodiscard]] char* reserve(std::size_t size) {
    make_room(size);
    return at_;
  }
  void advance_to(char* at) { at_ = at; }

  // Calls append(string) for code that appends to strings.
  template <typename Append>
  void append_with(Append append) {
    close();
    append(out_);
    open();
  }

  // memcpy without a call where the text is short.
  static void copy(char* to, const char* from, std::size_t size) {
    if (size > 16)
      std::memcpy(to, from, size);
    else if (size >= 8)
      copy_ends<std::uint64_t>(to, from, size);
    else if (size >= 4)
      copy_ends<std::uint32_t>(to, from, size);
    else
      for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
  }

 private:
  template <typename Word>
  static void copy_ends(char* to, const char* from, std::size_t size) {
    Word first = 0;
    Word last = 0;
    std::memcpy(&first, from, sizeof(Word));
    std::memcpy(&last, from + size - sizeof(Word), sizeof(Word));
    std::memcpy(to, &first, sizeof(Word));
    std::memcpy(to + size - sizeof(Word), &last, sizeof(Word));
  }

  void make_room(std::size_t size) {
    if (end_ - at_ < static_cast<std::ptrdiff_t>(size)) [[unlikely]]
      grow(size);
  }
  void grow(std::size_t size);
  void open();
  void close();

  std::string& out_;
  char* at_ = nullptr;
  char* end_ = nullptr;  // `padding` bytes before the end of the string's room
};

}  // namespace pagewright
