#include "engine/liquid/template_parser.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/liquid/blank_blocks.hpp"
#include "engine/liquid/expression_parser.hpp"
#include "engine/liquid/lexer.hpp"
#include "engine/liquid/tag_markup.hpp"

namespace pagewright::liquid {
namespace {

class TemplateParser {
 public:
  TemplateParser(std::string_view source, unsigned most_nested, ErrorMode mode, DiagnosticList& faults)
      : source_(source), most_nested_(most_nested), mode_(mode), faults_(faults), tokens_(tokenize(source, faults)) {}

  Block run() {
    Block block;
    parse_all(block);
    return block;
  }

 private:
  void parse_all(Block& block) {
    while (at_ < tokens_.size()) {
      parse_into(block);
      if (at_ >= tokens_.size()) break;
      const Token& stray = tokens_[at_++];
      faults_.report(stray.offset, "{% " + std::string(stray.name) + " %} has no block that it belongs to.");
    }
  }

  // Parses up to a tag that ends or continues a block. It stays the next token.
  void parse_into(Block& block) {
    for (; at_ < tokens_.size(); ++at_) {
      const Token& token = tokens_[at_];
      if (token.kind == TokenKind::text) {
        block.push_back({TextNode{token.content, token.is_raw}, token.offset});
      } else if (token.kind == TokenKind::output) {
        parse_output(block, token);
      } else {
        if (continues_block(token.name)) return;
        parse_tag(block, token);
        if (at_ >= tokens_.size()) return;
      }
    }
  }

  static bool continues_block(std::string_view name) {
    constexpr std::array<std::string_view, 10> names = {"elsif",       "else",        "when",   "endif",
                                                        "endunless",   "endcase",     "endfor", "endcapture",
                                                        "endtablerow", "endifchanged"};
    return std::ranges::find(names, name) != names.end();
  }

  [[nodiscard]] bool is_component() const { return mode_ == ErrorMode::silent; }
  ExpressionParser expressions(const Token& token) { return {source_, token.content, faults_}; }
  // For outputs and conditions, of which lax templates may hold more than is understood.
  ExpressionParser lenient_expressions(const Token& token) {
    return {source_, token.content, faults_,
            mode_ == ErrorMode::lax ? ExpressionParser::Rigour::lax : ExpressionParser::Rigour::strict};
  }
  // Liquid does not look at what follows {% else %}, {% break %}, the name of {% capture %} and the values of {% when
  // %}.
  void expect_end(ExpressionParser& parser) const {
    if (is_component()) parser.expect_end();
  }

  void parse_output(Block& block, const Token& token) {
    ExpressionParser parser = lenient_expressions(token);
    if ((token.kind == TokenKind::output || !is_component()) && parser.is_at_end()) return;
    OutputNode node{parser.parse_filtered()};
    parser.expect_end();
    if (!parser.has_failed()) block.push_back({std::move(node), token.offset});
  }

  // Leaves at_ on the last token of the tag.
  void parse_tag(Block& block, const Token& token) {
    using Rule = void (TemplateParser::*)(Block&, const Token&);
    struct Tag {
      std::string_view name;
      Rule rule;
    };
    static constexpr std::array<Tag, 18> tags = {{{"if", &TemplateParser::parse_if},
                                                  {"unless", &TemplateParser::parse_if},
                                                  {"case", &TemplateParser::parse_case},
                                                  {"for", &TemplateParser::parse_for},
                                                  {"tablerow", &TemplateParser::parse_table_row},
                                                  {"assign", &TemplateParser::parse_assignment},
                                                  {"capture", &TemplateParser::parse_capture},
                                                  {"echo", &TemplateParser::parse_output},
                                                  {"cycle", &TemplateParser::parse_cycling},
                                                  {"increment", &TemplateParser::parse_counting},
                                                  {"decrement", &TemplateParser::parse_counting},
                                                  {"render", &TemplateParser::parse_partial},
                                                  {"include", &TemplateParser::parse_partial},
                                                  {"ifchanged", &TemplateParser::parse_if_changed},
                                                  {"liquid", &TemplateParser::parse_lines},
                                                  {"break", &TemplateParser::parse_jump},
                                                  {"continue", &TemplateParser::parse_jump},
                                                  {"slot", &TemplateParser::parse_slot}}};
    const auto tag = std::ranges::find(tags, token.name, &Tag::name);
    if (token.name == "editable") return parse_editable(block, token);
    if (is_component() && token.name == "include")
      return faults_.report(token.offset, "A component's partial is put in with {% render %}.");
    if (tag == tags.end() || (is_component() && token.name == "ifchanged")) {
      faults_.report(token.offset, "There is no tag called \"" + std::string(token.name) + "\".");
      return;
    }
    if (nested_ >= most_nested_) {
      faults_.report(token.offset, "Blocks may nest " + std::to_string(most_nested_) + " deep at most.");
      at_ = tokens_.size();
      is_given_up_ = true;
      return;
    }
    ++nested_;
    (this->*tag->rule)(block, token);
    --nested_;
  }

  // True when the next token is `end`, on which at_ then stays; else the block that `opening` began is reported.
  bool ends_with(std::string_view end, const Token& opening) {
    if (at_ < tokens_.size() && tokens_[at_].name == end) return true;
    if (is_given_up_) return false;
    faults_.report(opening.offset,
                   "{% " + std::string(opening.name) + " %} is never closed: add {% " + std::string(end) + " %}.");
    if (at_ < tokens_.size()) --at_;  // the stray tag is looked at again by the outer block
    return false;
  }

  // What Liquid lets stand behind {% else %} but never runs.
  void skip_extra_branches() {
    Block never_run;
    while (!is_component() && at_ < tokens_.size() && (tokens_[at_].name == "elsif" || tokens_[at_].name == "else")) {
      ++at_;
      parse_into(never_run);
    }
  }

  void parse_if(Block& block, const Token& opening) {
    IfNode node;
    const Token* token = &opening;
    const std::string_view end = opening.name == "if" ? "endif" : "endunless";
    while (true) {
      IfBranch& branch = node.branches.emplace_back();
      ExpressionParser parser = lenient_expressions(*token);
      if (token->name == "else")
        expect_end(parser);
      else
        branch.condition = parser.parse_condition();
      if (parser.has_failed() && mode_ == ErrorMode::lax)
        faults_.report(token->offset, "{% " + std::string(token->name) + " %} takes a condition.");
      branch.is_negated = token->name == "unless";
      ++at_;
      parse_into(branch.body);
      const bool may_continue = token->name != "else" && at_ < tokens_.size();
      if (!may_continue || (tokens_[at_].name != "elsif" && tokens_[at_].name != "else")) break;
      token = &tokens_[at_];
    }
    skip_extra_branches();
    if (ends_with(end, opening) && !is_component()) drop_blank_text(node);
    block.push_back({std::move(node), opening.offset});
  }

  void parse_case(Block& block, const Token& opening) {
    ExpressionParser subject = expressions(opening);
    CaseNode node{subject.parse_operand(), {}};
    expect_end(subject);
    ++at_;
    Block before_first;  // never put out
    parse_into(before_first);
    while (at_ < tokens_.size() && (tokens_[at_].name == "when" || tokens_[at_].name == "else")) {
      const Token& token = tokens_[at_];
      WhenBranch& branch = node.branches.emplace_back();
      ExpressionParser parser = expressions(token);
      if (token.name == "when") branch.values = parse_when_values(parser);
      expect_end(parser);
      ++at_;
      parse_into(branch.body);
      if (token.name == "else" && is_component()) break;
    }
    if (ends_with("endcase", opening) && !is_component()) drop_blank_text(node, before_first);
    block.push_back({std::move(node), opening.offset});
  }

  void parse_for(Block& block, const Token& opening) {
    ExpressionParser parser = expressions(opening);
    ForNode node{parse_loop_head(parser), {}, {}};
    ++at_;
    ++loops_;
    parse_into(node.body);
    --loops_;
    if (at_ < tokens_.size() && tokens_[at_].name == "else") {
      ++at_;
      parse_into(node.otherwise);
    }
    if (ends_with("endfor", opening) && !is_component()) drop_blank_text(node);
    block.push_back({std::move(node), opening.offset});
  }

  void parse_table_row(Block& block, const Token& opening) {
    ExpressionParser parser = expressions(opening);
    TableRowNode node{parse_table_head(parser), {}};
    ++at_;
    ++loops_;
    parse_into(node.body);
    --loops_;
    ends_with("endtablerow", opening);
    block.push_back({std::move(node), opening.offset});
  }

  void parse_assignment(Block& block, const Token& token) {
    ExpressionParser parser = lenient_expressions(token);
    AssignNode node = parse_assign(parser, !is_component());
    if (!parser.has_failed())
      block.push_back({std::move(node), token.offset});
    else if (mode_ == ErrorMode::lax)
      faults_.report(token.offset, "{% assign %} is written so: {% assign name = value %}.");
  }

  void parse_capture(Block& block, const Token& opening) {
    ExpressionParser parser = expressions(opening);
    CaptureNode node;
    node.variable = parse_captured_name(parser);
    expect_end(parser);
    ++at_;
    parse_into(node.body);
    ends_with("endcapture", opening);
    block.push_back({std::move(node), opening.offset});
  }

  void parse_if_changed(Block& block, const Token& opening) {
    IfChangedNode node;
    ++at_;
    parse_into(node.body);
    ends_with("endifchanged", opening);
    block.push_back({std::move(node), opening.offset});
  }

  void parse_cycling(Block& block, const Token& token) {
    ExpressionParser parser = expressions(token);
    CycleNode node = parse_cycle(parser);
    if (!parser.has_failed()) block.push_back({std::move(node), token.offset});
  }

  void parse_counting(Block& block, const Token& token) {
    ExpressionParser parser = expressions(token);
    const CounterNode node = parse_counter(parser, token.name == "decrement");
    if (!parser.has_failed()) block.push_back({node, token.offset});
  }

  void parse_partial(Block& block, const Token& token) {
    ExpressionParser parser = expressions(token);
    RenderNode node = parse_render(parser, token.name == "include");
    if (!parser.has_failed()) block.push_back({std::move(node), token.offset});
  }

  // The lines of {% liquid %} are a template of their own: they can close no block that began outside.
  void parse_lines(Block& block, const Token& token) {
    std::vector<Token> lines = tokenize_lines(source_, token.content, faults_);
    std::swap(tokens_, lines);
    const std::size_t at = std::exchange(at_, 0);
    parse_all(block);
    std::swap(tokens_, lines);
    at_ = is_given_up_ ? tokens_.size() : at;
  }

  void parse_jump(Block& block, const Token& token) {
    ExpressionParser parser = expressions(token);
    expect_end(parser);
    if (loops_ == 0 && is_component())
      faults_.report(token.offset, "{% " + std::string(token.name) + " %} stands in no loop.");
    else if (token.name == "break")
      block.push_back({BreakNode{}, token.offset});
    else
      block.push_back({ContinueNode{}, token.offset});
  }

  void parse_slot(Block& block, const Token& token) {
    ExpressionParser parser = expressions(token);
    const Expression name = parser.parse_operand();
    parser.expect_end();
    const Value* literal = std::get_if<Value>(&name.form);
    if (parser.has_failed()) return;
    if (literal && literal->is_string())
      block.push_back({SlotNode{literal->text()}, token.offset});
    else
      faults_.report(token.offset, "A slot is named by a literal text: {% slot \"content\" %}.");
  }

  void parse_editable(Block& block, const Token& token) {
    ExpressionParser parser = expressions(token);
    const std::string_view prop = parser.parse_name("a prop's name");
    parser.expect_end();
    if (!parser.has_failed()) block.push_back({EditableNode{prop}, token.offset});
  }

  std::string_view source_;
  unsigned most_nested_;
  ErrorMode mode_;
  DiagnosticList& faults_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  unsigned nested_ = 0;
  unsigned loops_ = 0;
  bool is_given_up_ = false;
};

}  // namespace

Block parse_template(std::string_view source, unsigned most_nested, ErrorMode mode, DiagnosticList& faults) {
  return TemplateParser(source, most_nested, mode, faults).run();
}

}  // namespace pagewright::liquid
