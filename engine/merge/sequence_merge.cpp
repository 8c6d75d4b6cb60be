#include "engine/merge/sequence_merge.hpp"

#include <algorithm>

#include "engine/diff/myers.hpp"

namespace pagewright::merge {
namespace {

using Sequence = std::span<const std::uint32_t>;

// A stretch of the base, and what one side has put in its place.
struct Hunk {
  Range base;
  Range side;
};

std::vector<Hunk> hunks_of(Sequence base, Sequence side) {
  std::vector<Hunk> hunks;
  bool is_open = false;
  for (const diff::EditRun& run : diff::shortest_edit(base, side)) {
    if (run.edit == diff::Edit::kept) {
      is_open = false;
      continue;
    }
    if (!is_open) hunks.push_back({{run.before, run.before}, {run.after, run.after}});
    is_open = true;
    (run.edit == diff::Edit::removed ? hunks.back().base.end : hunks.back().side.end) += run.count;
  }
  return hunks;
}

bool overlap(const Range& a, const Range& b) {
  if (a.size() == 0 && b.size() == 0) return a.begin == b.begin;
  if (a.size() == 0) return b.begin < a.begin && a.begin < b.end;
  if (b.size() == 0) return a.begin < b.begin && b.begin < a.end;
  return std::max(a.begin, b.begin) < std::min(a.end, b.end);
}

// One side's hunks, taken in order, and how far its elements stand from those of the base by now.
class Reader {
 public:
  explicit Reader(std::vector<Hunk> hunks) : hunks_(std::move(hunks)) {}

  [[nodiscard]] const Hunk* next() const { return at_ < hunks_.size() ? &hunks_[at_] : nullptr; }

  // Takes the next hunk into the group, if it overlaps what the group covers so far.
  bool take_into(Range& group) {
    if (!next() || !overlap(next()->base, group)) return false;
    group = {std::min(group.begin, next()->base.begin), std::max(group.end, next()->base.end)};
    take();
    return true;
  }
  void take() {
    shift_ += static_cast<std::ptrdiff_t>(next()->side.size()) - static_cast<std::ptrdiff_t>(next()->base.size());
    ++at_;
  }
  [[nodiscard]] std::size_t position(std::size_t base) const {
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(base) + shift_);
  }

 private:
  std::vector<Hunk> hunks_;
  std::size_t at_ = 0;
  std::ptrdiff_t shift_ = 0;
};

bool comes_first(const Hunk& a, const Hunk& b) {
  return a.base.begin != b.base.begin ? a.base.begin < b.base.begin : a.base.end <= b.base.end;
}

}  // namespace

std::vector<Stretch> merge_sequences(Sequence base, Sequence ours, Sequence theirs) {
  Reader our_hunks(hunks_of(base, ours));
  Reader their_hunks(hunks_of(base, theirs));
  std::vector<Stretch> stretches;
  std::size_t done = 0;  // of the base
  const auto keep_up_to = [&](std::size_t end) {
    if (end > done)
      stretches.push_back({StretchKind::same,
                           {done, end},
                           {our_hunks.position(done), our_hunks.position(end)},
                           {their_hunks.position(done), their_hunks.position(end)}});
    done = std::max(done, end);
  };
  while (our_hunks.next() || their_hunks.next()) {
    const bool ours_first =
        !their_hunks.next() || (our_hunks.next() && comes_first(*our_hunks.next(), *their_hunks.next()));
    Reader& first = ours_first ? our_hunks : their_hunks;
    Range group = first.next()->base;
    keep_up_to(group.begin);
    const Range begins{our_hunks.position(group.begin), their_hunks.position(group.begin)};
    first.take();
    bool has_ours = ours_first;
    bool has_theirs = !ours_first;
    for (bool grows = true; grows;) {
      const bool more_ours = our_hunks.take_into(group);
      const bool more_theirs = their_hunks.take_into(group);
      has_ours = has_ours || more_ours;
      has_theirs = has_theirs || more_theirs;
      grows = more_ours || more_theirs;
    }
    Stretch stretch{StretchKind::conflict,
                    group,
                    {begins.begin, our_hunks.position(group.end)},
                    {begins.end, their_hunks.position(group.end)}};
    if (!has_theirs)
      stretch.kind = StretchKind::ours;
    else if (!has_ours)
      stretch.kind = StretchKind::theirs;
    else if (std::ranges::equal(ours.subspan(stretch.ours.begin, stretch.ours.size()),
                                theirs.subspan(stretch.theirs.begin, stretch.theirs.size())))
      stretch.kind = StretchKind::same;
    stretches.push_back(stretch);
    done = group.end;
  }
  keep_up_to(base.size());
  return stretches;
}

}  // namespace pagewright::merge
