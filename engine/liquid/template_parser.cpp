#include "engine/liquid/template_parser.hpp"

#include <algorithm>
#include <array>

#include "engine/liquid/expression_parser.hpp"
#include "engine/liquid/lexer.hpp"

namespace pagewright::liquid {
namespace {

class TemplateParser {
 public:
  TemplateParser(std::string_view source, unsigned most_nested, DiagnosticList& faults)
      : source_(source), most_nested_(most_nested), faults_(faults), tokens_(tokenize(source, faults)) {}

  Block run() {
    Block block;
    while (at_ < tokens_.size()) {
      parse_into(block);
      if (at_ == tokens_.size()) break;
      const Token& stray = tokens_[at_++];
      faults_.report(stray.offset, "{% " + std::string(stray.name) + " %} has no block that it belongs to.");
    }
    return block;
  }

 private:
  // Parses up to a tag that ends or continues a block. It stays the next token.
  void parse_into(Block& block) {
    for (; at_ < tokens_.size(); ++at_) {
      const Token& token = tokens_[at_];
      if (token.kind == TokenKind::text) {
        block.push_back({TextNode{token.content}, token.offset});
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
    constexpr std::array<std::string_view, 8> names = {"elsif",     "else",    "when",   "endif",
                                                       "endunless", "endcase", "endfor", "endcapture"};
    return std::ranges::find(names, name) != names.end();
  }

  ExpressionParser expressions(const Token& token) { return {source_, token.content, faults_}; }

  void parse_output(Block& block, const Token& token) {
    ExpressionParser parser = expressions(token);
    if (token.kind == TokenKind::output && parser.is_at_end()) return;
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
    static constexpr std::array<Tag, 11> tags = {{{"if", &TemplateParser::parse_if},
                                                  {"unless", &TemplateParser::parse_if},
                                                  {"case", &TemplateParser::parse_case},
                                                  {"for", &TemplateParser::parse_for},
                                                  {"assign", &TemplateParser::parse_assign},
                                                  {"capture", &TemplateParser::parse_capture},
                                                  {"echo", &TemplateParser::parse_output},
                                                  {"break", &TemplateParser::parse_jump},
                                                  {"continue", &TemplateParser::parse_jump},
                                                  {"slot", &TemplateParser::parse_slot},
                                                  {"editable", &TemplateParser::parse_editable}}};
    const auto tag = std::ranges::find(tags, token.name, &Tag::name);
    if (tag == tags.end()) {
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

  void parse_if(Block& block, const Token& opening) {
    IfNode node;
    const Token* token = &opening;
    const std::string_view end = opening.name == "if" ? "endif" : "endunless";
    while (true) {
      IfBranch& branch = node.branches.emplace_back();
      ExpressionParser parser = expressions(*token);
      if (token->name == "else")
        parser.expect_end();
      else
        branch.condition = parser.parse_condition();
      branch.is_negated = token->name == "unless";
      ++at_;
      parse_into(branch.body);
      const bool may_continue = token->name != "else" && at_ < tokens_.size();
      if (!may_continue || (tokens_[at_].name != "elsif" && tokens_[at_].name != "else")) break;
      token = &tokens_[at_];
    }
    ends_with(end, opening);
    block.push_back({std::move(node), opening.offset});
  }

  void parse_case(Block& block, const Token& opening) {
    ExpressionParser subject = expressions(opening);
    CaseNode node{subject.parse_operand(), {}};
    subject.expect_end();
    ++at_;
    Block ignored;  // what stands before the first when
    parse_into(ignored);
    while (at_ < tokens_.size() && (tokens_[at_].name == "when" || tokens_[at_].name == "else")) {
      const Token& token = tokens_[at_];
      WhenBranch& branch = node.branches.emplace_back();
      ExpressionParser parser = expressions(token);
      if (token.name == "when") {
        do branch.values.push_back(parser.parse_operand());
        while (!parser.has_failed() && (parser.accept(",") || parser.accept_word("or")));
      }
      parser.expect_end();
      ++at_;
      parse_into(branch.body);
      if (token.name == "else") break;
    }
    ends_with("endcase", opening);
    block.push_back({std::move(node), opening.offset});
  }

  void parse_for(Block& block, const Token& opening) {
    ExpressionParser parser = expressions(opening);
    ForNode node;
    node.variable = parser.parse_name("the loop's variable");
    if (!parser.accept_word("in")) parser.fail("Expected \"in\" here: {% for item in items %}.");
    node.collection = parser.parse_operand();
    while (!parser.has_failed() && !parser.is_at_end()) {
      parser.accept(",");
      const std::string_view option = parser.parse_name("limit, offset or reversed");
      if (option == "reversed") {
        node.is_reversed = true;
        continue;
      }
      if (option != "limit" && option != "offset") parser.fail("A loop knows limit, offset and reversed only.");
      parser.expect(":");
      if (parser.accept_word("continue")) parser.fail("offset: continue is not part of this Liquid.");
      (option == "limit" ? node.limit : node.offset) = parser.parse_operand();
    }
    ++at_;
    ++loops_;
    parse_into(node.body);
    --loops_;
    if (at_ < tokens_.size() && tokens_[at_].name == "else") {
      ++at_;
      parse_into(node.otherwise);
    }
    ends_with("endfor", opening);
    block.push_back({std::move(node), opening.offset});
  }

  void parse_assign(Block& block, const Token& token) {
    ExpressionParser parser = expressions(token);
    AssignNode node;
    node.variable = parser.parse_name("a variable's name");
    parser.expect("=");
    node.value = parser.parse_filtered();
    parser.expect_end();
    if (!parser.has_failed()) block.push_back({std::move(node), token.offset});
  }

  void parse_capture(Block& block, const Token& opening) {
    ExpressionParser parser = expressions(opening);
    CaptureNode node;
    node.variable = parser.parse_name("a variable's name");
    parser.expect_end();
    ++at_;
    parse_into(node.body);
    ends_with("endcapture", opening);
    block.push_back({std::move(node), opening.offset});
  }

  void parse_jump(Block& block, const Token& token) {
    expressions(token).expect_end();
    if (loops_ == 0)
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
  DiagnosticList& faults_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  unsigned nested_ = 0;
  unsigned loops_ = 0;
  bool is_given_up_ = false;
};

}  // namespace

Block parse_template(std::string_view source, unsigned most_nested, DiagnosticList& faults) {
  return TemplateParser(source, most_nested, faults).run();
}

}  // namespace pagewright::liquid
