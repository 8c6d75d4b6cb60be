// Reads a template's literal HTML: moves the context on, writes the text as it shall be published, and reports what is
// unsafe or unbalanced.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/liquid/diagnostic_list.hpp"
#include "engine/liquid/html_context.hpp"

namespace pagewright::liquid {

// Takes what the scanner makes of the text.
class HtmlSink {
 public:
  virtual void append(std::string_view text) = 0;
  virtual void append_root_class() = 0;       // right before the quote that ends the root's class attribute
  virtual void append_root_attributes() = 0;  // right before the > that ends the root's start tag

 protected:
  ~HtmlSink() = default;
};

class HtmlScanner {
 public:
  HtmlScanner(HtmlContext& context, HtmlSink& sink, DiagnosticList& faults, bool is_component)
      : context_(context), sink_(sink), faults_(faults), is_component_(is_component) {}

  // Reads a text. `next` says what follows it; `is_unconditional`: it stands in no block.
  void read(std::string_view text, std::uint32_t offset, Edge next, bool is_unconditional);

  // Before a tag or output of Liquid at `offset`: names in progress end here.
  void reach_boundary(std::uint32_t offset, bool is_output);

  // Reports what is still open at the end. To be called only where no fault was found: each of them could be why.
  void finish(std::uint32_t offset);

 private:
  void step();
  void read_text();
  void read_white_space();
  void read_content();
  void read_comment();
  void read_tag_open();
  void read_markup_open();
  void read_tag_name();
  void read_end_tag_name();
  void read_before_attribute();
  void read_attribute_name();
  void read_before_value();
  void read_quoted(char quote);
  void read_unquoted();
  void read_self_closing();

  void finish_tag_name();
  void check_nesting();
  void begin_value(HtmlState state);
  void begin_unquoted_output();
  void check_value();
  void check_allowed();
  void complete_rel(std::string_view rest_of_tag, bool has_value);
  void emit_unquoted_end();
  void finish_attribute();
  void finish_start_tag();
  void finish_link();
  void finish_end_tag();
  void open_content();
  void read_value_character();
  void read_text_character();
  void emit_value(std::string_view text);
  void report(CssPosition::Fault problem);
  [[nodiscard]] bool is_cut_reference() const;

  [[nodiscard]] char current() const { return text_[at_]; }
  void emit(std::string_view text) { sink_.append(text); }
  void emit_current() { emit(text_.substr(at_, 1)); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(std::min(at_, text_.size())); }
  [[nodiscard]] std::uint32_t here() const { return offset_ + static_cast<std::uint32_t>(at_); }
  void fault(std::string message) { faults_.report(here(), std::move(message)); }
  void fault(std::uint32_t offset, std::string message) { faults_.report(offset, std::move(message)); }
  [[nodiscard]] bool is_root_tag() const { return is_component_ && context_.open.empty(); }

  HtmlContext& context_;
  HtmlSink& sink_;
  DiagnosticList& faults_;
  bool is_component_;
  std::string_view text_;
  std::uint32_t offset_ = 0;
  std::size_t at_ = 0;
  Edge next_ = Edge::other;
  bool is_unconditional_ = true;
};

}  // namespace pagewright::liquid
