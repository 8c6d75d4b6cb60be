#include "engine/merge/text_merge.hpp"

#include <algorithm>

#include "engine/diff/words.hpp"
#include "engine/merge/sequence_merge.hpp"
#include "engine/richtext/node_rules.hpp"

namespace pagewright::merge {
namespace {

using richtext::Content;
using richtext::NodeKind;

// A word, or a break, with the node that it is of.
struct Token {
  std::string_view text;
  const json::Value* node;
  std::string formatting;  // the node without its text: words of equal formatting join again
};

json::Array content_of(const json::Value& node) {
  const json::Value* content = json::find(node, "content");
  const json::Array* list = content ? content->if_array() : nullptr;
  return list ? *list : json::Array();
}

// The node without what stands inside it: its type, its attributes.
json::Value frame_of(const json::Value& node) {
  json::Object frame = *node.if_object();
  frame.erase("content");
  return frame;
}

std::vector<Token> tokens_of(const json::Array& inlines) {
  std::vector<Token> tokens;
  for (const json::Value& node : inlines) {
    const auto text = json::find_string(node, "text");
    if (richtext::node_kind(node) != NodeKind::text || !text) {
      tokens.push_back({{}, &node, json::serialize(node)});
      continue;
    }
    json::Object rest = *node.if_object();
    rest.erase("text");
    const std::string formatting = json::serialize(rest);
    for (const std::string_view word : diff::split_words(*text)) tokens.push_back({word, &node, formatting});
  }
  return tokens;
}

class TextMerger {
 public:
  explicit TextMerger(Choice choice) : choice_(choice) {}

  [[nodiscard]] bool has_conflict() const { return has_conflict_; }

  json::Value merge_node(const json::Value& base, const json::Value& ours, const json::Value& theirs) {
    if (json::equal(ours, base) || json::equal(ours, theirs)) return theirs;
    if (json::equal(theirs, base)) return ours;
    const Content content = richtext::content_of(richtext::node_kind(base));
    const bool is_alike = content == richtext::content_of(richtext::node_kind(ours)) &&
                          content == richtext::content_of(richtext::node_kind(theirs)) && content != Content::nothing;
    if (!is_alike) return choose(ours, theirs);
    json::Value merged = merge_frame(frame_of(base), frame_of(ours), frame_of(theirs));
    json::Array inside = content == Content::inlines || content == Content::plain
                             ? merge_inlines(content_of(base), content_of(ours), content_of(theirs))
                             : merge_list(content_of(base), content_of(ours), content_of(theirs));
    if (!inside.empty()) merged.get_object()["content"] = std::move(inside);
    return merged;
  }

 private:
  // Both sides have changed one thing that can't be taken apart.
  const json::Value& choose(const json::Value& ours, const json::Value& theirs) {
    has_conflict_ = true;
    return choice_ == Choice::theirs ? theirs : ours;
  }

  json::Value merge_frame(const json::Value& base, const json::Value& ours, const json::Value& theirs) {
    if (json::equal(ours, base) || json::equal(ours, theirs)) return theirs;
    return json::equal(theirs, base) ? ours : choose(ours, theirs);
  }

  json::Array merge_list(const json::Array& base, const json::Array& ours, const json::Array& theirs) {
    diff::TokenNumbers numbers;
    const auto numbered = [&](const json::Array& list) {
      std::vector<std::uint32_t> out;
      for (const json::Value& node : list) out.push_back(numbers.of(json::serialize(node)));
      return out;
    };
    json::Array out;
    const auto append = [&](const json::Array& list, const Range& range) {
      for (std::size_t i = range.begin; i < range.end; ++i) out.push_back(list[i]);
    };
    const auto our_numbers = numbered(ours);
    for (const Stretch& stretch : merge_sequences(numbered(base), our_numbers, numbered(theirs))) {
      const bool is_paired = stretch.base.size() == stretch.ours.size() && stretch.base.size() == stretch.theirs.size();
      if (stretch.kind == StretchKind::theirs) {
        append(theirs, stretch.theirs);
      } else if (stretch.kind != StretchKind::conflict) {
        append(ours, stretch.ours);
      } else if (is_paired) {
        for (std::size_t i = 0; i < stretch.base.size(); ++i)
          merge_pair(base[stretch.base.begin + i], ours[stretch.ours.begin + i], theirs[stretch.theirs.begin + i], out);
      } else {
        has_conflict_ = true;
        if (choice_ != Choice::theirs) append(ours, stretch.ours);
        if (choice_ != Choice::ours) append(theirs, stretch.theirs);
      }
    }
    return out;
  }

  // Blocks that both sides have rewritten: merged inside, or, when that fails and both are wanted, one after the other.
  void merge_pair(const json::Value& base, const json::Value& ours, const json::Value& theirs, json::Array& out) {
    TextMerger inside(choice_ == Choice::both ? Choice::ours : choice_);
    json::Value merged = inside.merge_node(base, ours, theirs);
    has_conflict_ = has_conflict_ || inside.has_conflict();
    if (inside.has_conflict() && choice_ == Choice::both) {
      out.push_back(ours);
      out.push_back(theirs);
    } else {
      out.push_back(std::move(merged));
    }
  }

  json::Array merge_inlines(const json::Array& base, const json::Array& ours, const json::Array& theirs) {
    diff::TokenNumbers numbers;
    const auto numbered = [&](const std::vector<Token>& tokens) {
      std::vector<std::uint32_t> out;
      for (const Token& token : tokens) out.push_back(numbers.of(std::string(token.text) + '\0' + token.formatting));
      return out;
    };
    const std::vector<Token> our_tokens = tokens_of(ours);
    const std::vector<Token> their_tokens = tokens_of(theirs);
    std::vector<const Token*> merged;
    const auto append = [&](const std::vector<Token>& tokens, const Range& range) {
      for (std::size_t i = range.begin; i < range.end; ++i) merged.push_back(&tokens[i]);
    };
    const auto our_numbers = numbered(our_tokens);
    for (const Stretch& stretch : merge_sequences(numbered(tokens_of(base)), our_numbers, numbered(their_tokens))) {
      const bool is_conflict = stretch.kind == StretchKind::conflict;
      has_conflict_ = has_conflict_ || is_conflict;
      if (stretch.kind == StretchKind::theirs || (is_conflict && choice_ == Choice::theirs))
        append(their_tokens, stretch.theirs);
      else
        append(our_tokens, stretch.ours);
    }
    return joined(merged);
  }

  static json::Array joined(const std::vector<const Token*>& tokens) {
    json::Array out;
    const Token* last = nullptr;
    std::string text;
    const auto flush = [&] {
      if (!last) return;
      json::Value node = *last->node;
      if (!last->text.empty()) node.get_object()["text"] = text;
      out.push_back(std::move(node));
    };
    for (const Token* token : tokens) {
      const bool continues =
          last && !token->text.empty() && !last->text.empty() && token->formatting == last->formatting;
      if (!continues) {
        flush();
        text.clear();
      }
      text += token->text;
      last = token;
    }
    flush();
    return out;
  }

  Choice choice_;
  bool has_conflict_ = false;
};

}  // namespace

std::optional<TextMerge> merge_rich_text(const json::Value& base, const json::Value& ours, const json::Value& theirs,
                                         Choice choice) {
  for (const json::Value* value : {&base, &ours, &theirs})
    if (richtext::node_kind(*value) != NodeKind::doc) return std::nullopt;
  TextMerger merger(choice);
  json::Value merged = merger.merge_node(base, ours, theirs);
  return TextMerge{std::move(merged), merger.has_conflict()};
}

}  // namespace pagewright::merge
