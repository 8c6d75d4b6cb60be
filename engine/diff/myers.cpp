#include "engine/diff/myers.hpp"

#include <algorithm>

namespace pagewright::diff {
namespace {

using Sequence = std::span<const std::uint32_t>;

// Collects the elements that stay, in order, and makes runs of them and of what lies between.
class Script {
 public:
  void keep(std::size_t before, std::size_t after, std::size_t count) {
    if (count == 0) return;
    fill_up_to(before, after);
    if (!runs_.empty() && runs_.back().edit == Edit::kept)
      runs_.back().count += count;
    else
      runs_.push_back({Edit::kept, before, after, count});
    before_ = before + count;
    after_ = after + count;
  }

  std::vector<EditRun> finish(std::size_t before, std::size_t after) {
    fill_up_to(before, after);
    return std::move(runs_);
  }

 private:
  void fill_up_to(std::size_t before, std::size_t after) {
    if (before > before_) runs_.push_back({Edit::removed, before_, after_, before - before_});
    if (after > after_) runs_.push_back({Edit::inserted, before, after_, after - after_});
  }

  std::vector<EditRun> runs_;
  std::size_t before_ = 0;
  std::size_t after_ = 0;
};

struct Match {
  std::size_t before;
  std::size_t after;
};

// The furthest reaching paths after each number of edits; row d holds the diagonals -d … d.
using Trace = std::vector<std::vector<std::ptrdiff_t>>;

// Walks back from the end of both sequences and notes each diagonal step: the elements that stay, last first.
std::vector<Match> matches_in(const Trace& trace, std::ptrdiff_t before_size, std::ptrdiff_t after_size) {
  std::vector<Match> matches;
  std::ptrdiff_t x = before_size;
  std::ptrdiff_t y = after_size;
  for (auto d = static_cast<std::ptrdiff_t>(trace.size()) - 1; d >= 0; --d) {
    const std::ptrdiff_t k = x - y;
    std::ptrdiff_t previous_x = 0;
    std::ptrdiff_t previous_y = 0;
    bool is_down = false;
    if (d > 0) {
      const auto& row = trace[static_cast<std::size_t>(d - 1)];
      const auto at = [&](std::ptrdiff_t diagonal) {
        const std::ptrdiff_t index = diagonal + d - 1;
        return index < 0 || index >= static_cast<std::ptrdiff_t>(row.size()) ? -1
                                                                             : row[static_cast<std::size_t>(index)];
      };
      is_down = k == -d || (k != d && at(k - 1) < at(k + 1));
      const std::ptrdiff_t previous_k = is_down ? k + 1 : k - 1;
      previous_x = at(previous_k);
      previous_y = previous_x - previous_k;
    }
    const std::ptrdiff_t start_x = d == 0 ? 0 : previous_x + (is_down ? 0 : 1);
    for (; x > start_x; --x, --y) matches.push_back({static_cast<std::size_t>(x - 1), static_cast<std::size_t>(y - 1)});
    x = previous_x;
    y = previous_y;
  }
  return matches;
}

// The elements that stay, last first; nothing where that takes more than `bound` edits.
std::vector<Match> find_matches(Sequence before, Sequence after, std::size_t bound) {
  const auto before_size = static_cast<std::ptrdiff_t>(before.size());
  const auto after_size = static_cast<std::ptrdiff_t>(after.size());
  const auto most = static_cast<std::ptrdiff_t>(std::min(bound, before.size() + after.size()));
  Trace trace;
  for (std::ptrdiff_t d = 0; d <= most; ++d) {
    std::vector<std::ptrdiff_t> row(static_cast<std::size_t>(2 * d + 1), -1);
    for (std::ptrdiff_t k = -d; k <= d; k += 2) {
      std::ptrdiff_t x = 0;
      if (d > 0) {
        const auto& last = trace.back();
        const auto at = [&](std::ptrdiff_t diagonal) {
          const std::ptrdiff_t index = diagonal + d - 1;
          return index < 0 || index >= static_cast<std::ptrdiff_t>(last.size()) ? -1
                                                                                : last[static_cast<std::size_t>(index)];
        };
        x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      }
      std::ptrdiff_t y = x - k;
      while (x < before_size && y < after_size &&
             before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(y)]) {
        ++x;
        ++y;
      }
      row[static_cast<std::size_t>(k + d)] = x;
      if (x >= before_size && y >= after_size) {
        trace.push_back(std::move(row));
        return matches_in(trace, before_size, after_size);
      }
    }
    trace.push_back(std::move(row));
  }
  return {};
}

}  // namespace

std::vector<EditRun> shortest_edit(Sequence before, Sequence after, std::size_t bound) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t start = 0;
  while (start < shorter && before[start] == after[start]) ++start;
  std::size_t end = 0;
  while (end < shorter - start && before[before.size() - 1 - end] == after[after.size() - 1 - end]) ++end;

  Script script;
  script.keep(0, 0, start);
  const Sequence middle_before = before.subspan(start, before.size() - start - end);
  const Sequence middle_after = after.subspan(start, after.size() - start - end);
  if (!middle_before.empty() && !middle_after.empty()) {
    const std::vector<Match> matches = find_matches(middle_before, middle_after, bound);
    for (auto match = matches.rbegin(); match != matches.rend(); ++match)
      script.keep(start + match->before, start + match->after, 1);
  }
  script.keep(before.size() - end, after.size() - end, end);
  return script.finish(before.size(), after.size());
}

}  // namespace pagewright::diff
