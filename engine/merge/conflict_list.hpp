// What a merge is made of, and the conflicts that it finds on the way.
#pragma once

#include "engine/merge/conflict.hpp"

namespace pagewright::merge {

struct Input {
  const document::Document& base;
  const document::Document& ours;
  const document::Document& theirs;
  const schema::Catalog& catalog;
  const document::Limits& limits;

  [[nodiscard]] const document::Document& of(Side side) const { return side == Side::ours ? ours : theirs; }
};

class ConflictList {
 public:
  ConflictList(const Input& input, const Resolutions& resolutions) : input_(input), resolutions_(resolutions) {}

  // Adds a conflict, unless it is known already, and returns what was decided for it: ours where nothing was.
  Resolution add(Conflict conflict);
  [[nodiscard]] Resolution decided(std::string_view id) const;

  [[nodiscard]] std::vector<Conflict> take();

 private:
  const Input& input_;
  const Resolutions& resolutions_;
  std::map<std::string, Conflict, std::less<>> conflicts_;
};

[[nodiscard]] inline Side side_of(const Resolution& resolution) {
  return resolution.choice == Choice::theirs ? Side::theirs : Side::ours;
}

// The sentence that a person reads; the conflict's other members are complete.
[[nodiscard]] std::string sentence_of(const Conflict& conflict, const Input& input);

// "heading-1", or "page" for the root.
[[nodiscard]] std::string id_text(const document::NodeId& id);
[[nodiscard]] document::SharedValue share(json::Value value);

}  // namespace pagewright::merge
