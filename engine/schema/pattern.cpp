#include "engine/schema/pattern.hpp"

#include "engine/schema/code_point_set.hpp"

namespace pagewright::schema {

// The positions in the program that are alive at one place of the text; each at most once, which bounds the work.
struct Pattern::Threads {
  explicit Threads(std::size_t size) : seen(size, 0) {}

  std::vector<std::uint32_t> waiting;  // at consume instructions
  std::vector<std::size_t> seen;       // the round in which an instruction was visited
  std::vector<std::uint32_t> pending;
  std::size_t round = 0;
  bool is_accepted = false;
};

namespace {

bool is_at_word_boundary(const std::u32string& text, std::size_t position) {
  const bool before = position > 0 && is_word(text[position - 1]);
  const bool after = position < text.size() && is_word(text[position]);
  return before != after;
}

}  // namespace

void Pattern::follow(Threads& threads, std::uint32_t start, const std::u32string& text, std::size_t position) const {
  threads.pending.push_back(start);
  while (!threads.pending.empty()) {
    const std::uint32_t at = threads.pending.back();
    threads.pending.pop_back();
    if (threads.seen[at] == threads.round) continue;
    threads.seen[at] = threads.round;
    const Instruction& instruction = program_[at];
    bool goes_on = false;
    switch (instruction.action) {
      case Action::consume:
        threads.waiting.push_back(at);
        break;
      case Action::split:
        threads.pending.push_back(instruction.second);
        threads.pending.push_back(instruction.first);
        break;
      case Action::jump:
        threads.pending.push_back(instruction.first);
        break;
      case Action::line_start:
        goes_on = position == 0;
        break;
      case Action::line_end:
        goes_on = position == text.size();
        break;
      case Action::word_boundary:
        goes_on = is_at_word_boundary(text, position);
        break;
      case Action::no_word_boundary:
        goes_on = !is_at_word_boundary(text, position);
        break;
      case Action::accept:
        threads.is_accepted = true;
        break;
    }
    if (goes_on) threads.pending.push_back(at + 1);
  }
}

bool Pattern::matches(std::string_view utf8) const {
  const std::u32string text = decode_utf8(utf8);
  Threads threads(program_.size());
  std::vector<std::uint32_t> current;
  for (std::size_t position = 0;; ++position) {
    // All threads of this position share one round; a fresh start joins them, since a match may begin anywhere.
    ++threads.round;
    current.swap(threads.waiting);
    threads.waiting.clear();
    for (const std::uint32_t at : current)
      if (contains(sets_[program_[at].first], text[position - 1])) follow(threads, at + 1, text, position);
    follow(threads, 0, text, position);
    if (threads.is_accepted) return true;
    if (position == text.size()) return false;
  }
}

std::u32string decode_utf8(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    char32_t c = length == 1 ? lead : length == 0 ? 0 : lead & (0x7FU >> length);
    bool is_whole = length > 0 && i + length <= text.size();
    for (std::size_t k = 1; is_whole && k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      is_whole = (next & 0xC0U) == 0x80U;
      c = c << 6U | (next & 0x3FU);
    }
    out.push_back(is_whole ? c : U'\uFFFD');
    i += is_whole ? length : 1;
  }
  return out;
}

}  // namespace pagewright::schema
