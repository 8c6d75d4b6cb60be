#include "engine/schema/pattern.hpp"

#include <algorithm>
#include <span>

#include "engine/schema/code_point_set.hpp"

namespace pagewright::schema {

// The positions in the program that are alive at one place of the text; each at most once, which bounds the work. Lists
// of a fixed size, filled from their start.
struct Pattern::Threads {
  Threads(std::span<std::uint32_t> memory, std::size_t size)
      : seen(memory.first(size)),
        waiting(memory.subspan(size, size)),
        current(memory.subspan(2 * size, size)),
        pending(memory.subspan(3 * size)),
        steps(size / 16) {
    std::ranges::fill(seen, 0U);
  }
  // Of `size` instructions each is waited at, and put on the way, at most once; a split puts two on the way.
  static constexpr std::size_t memory_for(std::size_t size) { return 5 * size + 2; }

  std::span<std::uint32_t> seen;     // the round in which an instruction was visited
  std::span<std::uint32_t> waiting;  // at consume instructions
  std::span<std::uint32_t> current;
  std::span<std::uint32_t> pending;
  std::size_t waiting_count = 0;
  std::uint32_t round = 0;
  std::size_t steps;  // also for clearing the lists of a large program
};

// What anchors look at.
struct Pattern::Surroundings {
  bool is_start;
  bool is_end;
  bool is_word_before;
  bool is_word_after;
};

bool Pattern::Consumed::contains(char32_t c) const {
  if (c < 128) return (ascii[c / 64] >> c % 64 & 1U) != 0;
  return schema::contains(set, c);
}

bool Pattern::follow(Threads& threads, std::uint32_t start, const Surroundings& around) const {
  std::size_t count = 0;
  threads.pending[count++] = start;
  while (count > 0) {
    const std::uint32_t at = threads.pending[--count];
    ++threads.steps;
    if (threads.seen[at] == threads.round) continue;
    threads.seen[at] = threads.round;
    const Instruction& instruction = program_[at];
    bool goes_on = false;
    switch (instruction.action) {
      case Action::consume:
        threads.waiting[threads.waiting_count++] = at;
        break;
      case Action::split:
        threads.pending[count++] = instruction.second;
        threads.pending[count++] = instruction.first;
        break;
      case Action::jump:
        threads.pending[count++] = instruction.first;
        break;
      case Action::line_start:
        goes_on = around.is_start;
        break;
      case Action::line_end:
        goes_on = around.is_end;
        break;
      case Action::word_boundary:
        goes_on = around.is_word_before != around.is_word_after;
        break;
      case Action::no_word_boundary:
        goes_on = around.is_word_before == around.is_word_after;
        break;
      case Action::accept:
        return true;
    }
    if (goes_on) threads.pending[count++] = at + 1;
  }
  return false;
}

bool Pattern::run(Threads& threads, std::string_view text, std::size_t& steps) const {
  char32_t before = 0;
  std::size_t at = 0;
  for (bool is_start = true;; is_start = false) {
    const bool is_end = at == text.size();
    std::size_t next = at;
    const char32_t after = is_end ? 0 : next_code_point(text, next);
    const Surroundings around{is_start, is_end, !is_start && is_word(before), !is_end && is_word(after)};
    // All threads of this place share one round; a fresh start joins them, since a match may begin anywhere.
    ++threads.round;
    std::swap(threads.current, threads.waiting);
    const std::size_t count = std::exchange(threads.waiting_count, 0);
    for (const std::uint32_t waiting : threads.current.first(count))
      if (sets_[program_[waiting].first].contains(before) && follow(threads, waiting + 1, around)) return true;
    if (follow(threads, 0, around)) return true;
    if (is_end) return false;
    threads.steps += count;
    if (threads.steps >= steps) {
      steps = 0;
      return false;
    }
    before = after;
    at = next;
  }
}

bool Pattern::matches(std::string_view text, std::size_t& steps) const {
  constexpr std::size_t few = 128;
  const auto match = [&](std::span<std::uint32_t> memory) {
    Threads threads(memory, program_.size());
    const bool is_match = run(threads, text, steps);
    steps -= std::min(steps, threads.steps);
    return is_match;
  };
  if (program_.size() <= few) {
    std::array<std::uint32_t, Threads::memory_for(few)> memory;
    return match(memory);
  }
  std::vector<std::uint32_t> memory(Threads::memory_for(program_.size()));
  return match(memory);
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : lead >= 0xE0 && lead < 0xF0 ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  char32_t c = length == 1 ? lead : length == 0 ? 0 : lead & (0x7FU >> length);
  bool is_whole = length > 0 && at + length <= text.size();
  for (std::size_t k = 1; is_whole && k < length; ++k) {
    const auto next = static_cast<unsigned char>(text[at + k]);
    is_whole = (next & 0xC0U) == 0x80U;
    c = c << 6U | (next & 0x3FU);
  }
  at += is_whole ? length : 1;
  return is_whole ? c : U'\uFFFD';
}

std::u32string decode_utf8(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) out.push_back(next_code_point(text, i));
  return out;
}

}  // namespace pagewright::schema
