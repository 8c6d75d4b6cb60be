#include "engine/wasm/calls.hpp"

#include <algorithm>

#include "engine/wasm/tree.hpp"

namespace pagewright::wasm {
namespace {

using document::Document;
using operation::Transaction;

std::unexpected<Error> invalid(std::string message) {
  return fail(ErrorCode::invalid_request, std::move(message));
}

Result<const json::Value*> member(const json::Value& request, std::string_view name) {
  const json::Value* value = json::find(request, name);
  if (!value) return invalid("The call needs \"" + std::string(name) + "\".");
  return value;
}

// The member, moved out of the request.
Result<json::Value> take(json::Value& request, std::string_view name) {
  TRY(member(request, name));
  return std::move(request.get_object().at(name));
}

Result<std::string> text(const json::Value& request, std::string_view name) {
  const auto found = json::find_string(request, name);
  if (!found) return invalid("The call needs \"" + std::string(name) + "\", a text.");
  return std::string(*found);
}

Result<std::size_t> most_bytes(const json::Value& request) {
  const json::Value* source = json::find(request, "mostBytes");
  if (!source) return session::Session::whole_step;
  if (!source->is_int64() || source->get_int64() < 1) return invalid("\"mostBytes\" must be a whole number from 1.");
  return static_cast<std::size_t>(source->get_int64());
}

render::PageContext context_in(const json::Value& request) {
  render::PageContext context;
  if (const json::Value* source = json::find(request, "context")) {
    context.name = json::find_string(*source, "name").value_or("");
    context.description = json::find_string(*source, "description").value_or("");
    context.canonical_url = json::find_string(*source, "canonicalUrl").value_or("");
    context.site_name = json::find_string(*source, "siteName").value_or("");
  }
  return context;
}

constexpr std::string_view succeeded = "{\"ok\":true";
constexpr std::size_t frame_size = 4;

// `text` begins with room for the length of the rest.
std::string_view framed(std::string& text) {
  text.resize(std::max(text.size(), frame_size));
  const std::size_t length = text.size() - frame_size;
  for (std::size_t i = 0; i < frame_size; ++i) text[i] = static_cast<char>(length >> (8 * i) & 0xff);
  return text;
}

void append_error(std::string& out, const Error& error) {
  out += "{\"ok\":false,\"error\":{\"code\":";
  json::append_quoted(out, name_of(error.code));
  out += ",\"message\":";
  json::append_quoted(out, error.message);
  out += ",\"path\":";
  json::append_quoted(out, error.path);
  out += "}}";
}

void append_diagnostics(std::string& out, const std::vector<Diagnostic>& diagnostics) {
  out += "{\"ok\":false,\"diagnostics\":[";
  for (const Diagnostic& diagnostic : diagnostics) {
    if (out.back() != '[') out += ',';
    out += "{\"message\":";
    json::append_quoted(out, diagnostic.message);
    out += ",\"line\":" + std::to_string(diagnostic.line) + ",\"column\":" + std::to_string(diagnostic.column) + "}";
  }
  out += "]}";
}

// A sample's nodes carry no ids: gives each one, in order.
void add_ids(json::Value& node, unsigned& counter) {
  json::Object* object = node.if_object();
  if (!object) return;
  if (!object->if_contains("id")) (*object)["id"] = "preview-" + std::to_string(++counter);
  json::Value* slots = object->if_contains("children");
  if (!slots || !slots->is_object()) return;
  for (auto& slot : slots->get_object())
    if (json::Array* children = slot.value().if_array())
      for (json::Value& child : *children) add_ids(child, counter);
}

}  // namespace

const Calls::Named Calls::calls[] = {
    {"load_library", &Calls::load_library},
    {"open", &Calls::open},
    {"reset", &Calls::reset},
    {"apply", &Calls::apply},
    {"receive", &Calls::receive},
    {"acknowledge", &Calls::acknowledge},
    {"refuse", &Calls::refuse},
    {"undo", &Calls::undo},
    {"redo", &Calls::redo},
    {"subtree", &Calls::subtree},
    {"document", &Calls::document},
    {"pending", &Calls::pending},
    {"diff", &Calls::diff},
    {"faults", &Calls::faults},
    {"merge", &Calls::merge},
    {"render_page", &Calls::render_page},
    {"render_component", &Calls::render_component},
};

std::string_view Calls::answer(std::string_view request) {
  answer_.assign(frame_size, '\0');
  answer_ += succeeded;
  markup_.assign(frame_size, '\0');
  const auto run = [&]() -> Result<void> {
    json::Value parsed = TRY(json::parse(request));
    const std::string name = TRY(text(parsed, "call"));
    const auto call = std::ranges::find(calls, name, &Named::name);
    if (call == std::end(calls)) return invalid("There is no call \"" + name + "\".");
    return (this->*call->call)(parsed);
  };
  if (auto done = run(); !done) {
    answer_.resize(frame_size);
    append_error(answer_, done.error());
  } else if (std::string_view(answer_).substr(frame_size).starts_with(succeeded)) {
    answer_ += '}';
  }
  return std::string_view(answer_).substr(frame_size);
}

std::string_view Calls::framed_answer() {
  return framed(answer_);
}

std::string_view Calls::framed_markup() {
  return framed(markup_);
}

Result<void> Calls::load_library(json::Value& request) {
  const json::Value* components = TRY(member(request, "components"));
  if (!components->is_array()) return invalid("\"components\" must be an array.");
  render::LibrarySource source;
  for (const json::Value& component : components->get_array())
    source.components.push_back(TRY(render::component_source_from_json(component)));
  source.tokens = *TRY(member(request, "tokens"));
  source.base_css = TRY(text(request, "baseCss"));
  auto compiled = render::Library::compile(source);
  if (!compiled) {
    answer_.resize(frame_size);
    append_diagnostics(answer_, compiled.error());
    return {};
  }
  library_ = std::move(*compiled);
  session_.reset();
  patches_.reset();
  return {};
}

Result<std::shared_ptr<const render::Library>> Calls::library() {
  if (!library_) return invalid("Call \"load_library\" first.");
  return library_;
}

Result<session::Session*> Calls::opened() {
  if (!session_) return invalid("Call \"open\" first.");
  return &*session_;
}

Result<void> Calls::append_canvas() {
  patches_.emplace(library_);
  std::string html;
  TRY(patches_->open(session_->document(), context_, html));
  append_text("html", html);
  answer_ += ",\"tree\":";
  append_tree(answer_, Document(), session_->document());
  return {};
}

// Of what a caller gets, the markup and the nodes as it has them already are the most: half of the time of opening a
// large page goes into writing them as JSON and reading them there.
Result<void> Calls::append_compact_canvas() {
  patches_.emplace(library_);
  TRY(patches_->open(session_->document(), context_, markup_));
  answer_ += ",\"tree\":";
  append_structure(answer_, session_->document());
  return {};
}

Result<void> Calls::open(json::Value& request) {
  auto library = TRY(this->library());
  auto session = TRY(session::Session::open(std::move(library), TRY(take(request, "document"))));
  session_.emplace(std::move(session));
  context_ = context_in(request);
  const json::Value* compact = json::find(request, "compact");
  return compact && *compact == true ? append_compact_canvas() : append_canvas();
}

Result<void> Calls::reset(json::Value& request) {
  session::Session* session = TRY(opened());
  const json::Value* document = TRY(member(request, "document"));
  const json::Value* pending = TRY(member(request, "pending"));
  if (!pending->is_array()) return invalid("\"pending\" must be an array of transactions.");
  std::deque<Transaction> transactions;
  for (const json::Value& source : pending->get_array()) {
    TRY(text(source, "id"));
    auto transaction = operation::transaction_from_json(source, session->document(), library_->catalog());
    // The server can't read it either, and answers with a refusal, which says why: it must not keep the page closed.
    if (transaction) transactions.push_back(std::move(*transaction));
  }
  TRY(session->reset(*document, std::move(transactions)));
  return append_canvas();
}

Result<void> Calls::append_change(const Document& before, const session::Session::Change& change) {
  append_member("transaction", change.to_send ? operation::to_json(*change.to_send) : json::Value(nullptr));
  append_member("patches", TRY(patches_->patches(before, session_->document())));
  answer_ += ",\"tree\":";
  append_tree(answer_, before, session_->document());
  const history::Step* undo = session_->history().next_undo();
  const history::Step* redo = session_->history().next_redo();
  append_member("undoLabel", undo ? json::Value(undo->label) : json::Value(nullptr));
  append_member("redoLabel", redo ? json::Value(redo->label) : json::Value(nullptr));
  if (!change.left_out.empty()) append_left_out(change.left_out);
  if (change.is_unfinished) append_member("unfinished", true);
  return {};
}

Result<void> Calls::apply(json::Value& request) {
  session::Session* session = TRY(opened());
  const Document before = session->document();
  auto transaction =
      TRY(operation::transaction_from_json(*TRY(member(request, "transaction")), before, library_->catalog()));
  const auto change = TRY(session->apply(std::move(transaction), json::find_string(request, "coalesce").value_or("")));
  return append_change(before, change);
}

Result<void> Calls::receive(json::Value& request) {
  session::Session* session = TRY(opened());
  const Document before = session->document();
  const auto transaction = TRY(operation::transaction_from_json(*TRY(member(request, "transaction")), before,
                                                                library_->catalog(), operation::Origin::server));
  TRY(session->receive(transaction));
  return append_change(before, {});
}

Result<void> Calls::acknowledge(json::Value& request) {
  session::Session* session = TRY(opened());
  const Document before = session->document();
  const std::string id = TRY(text(request, "id"));
  if (const json::Value* operations = json::find(request, "operations")) {
    const json::Value accepted = json::Object{{"id", id}, {"operations", *operations}};
    const auto transaction =
        TRY(operation::transaction_from_json(accepted, before, library_->catalog(), operation::Origin::server));
    return append_change(before, TRY(session->acknowledge(id, &transaction.operations)));
  }
  return append_change(before, TRY(session->acknowledge(id)));
}

Result<void> Calls::refuse(json::Value& request) {
  session::Session* session = TRY(opened());
  const Document before = session->document();
  return append_change(before, TRY(session->refuse(TRY(text(request, "id")))));
}

Result<void> Calls::undo(json::Value& request) {
  session::Session* session = TRY(opened());
  const Document before = session->document();
  return append_change(before, TRY(session->undo(TRY(text(request, "id")), TRY(most_bytes(request)))));
}

Result<void> Calls::redo(json::Value& request) {
  session::Session* session = TRY(opened());
  const Document before = session->document();
  return append_change(before, TRY(session->redo(TRY(text(request, "id")), TRY(most_bytes(request)))));
}

Result<void> Calls::subtree(json::Value& request) {
  session::Session* session = TRY(opened());
  const auto id = document::NodeId::parse(TRY(text(request, "id")));
  if (!id || !session->document().find(*id)) return fail(ErrorCode::gone, "The node no longer exists.");
  answer_ += ",\"node\":";
  session->document().append_subtree_json(answer_, *id, document::Ranks::leave_out);
  return {};
}

Result<void> Calls::document(json::Value&) {
  session::Session* session = TRY(opened());
  answer_ += ",\"document\":";
  session->document().append_json(answer_);
  return {};
}

Result<void> Calls::pending(json::Value&) {
  session::Session* session = TRY(opened());
  json::Array transactions;
  for (const Transaction& transaction : session->pending()) transactions.push_back(operation::to_json(transaction));
  append_member("transactions", std::move(transactions));
  return {};
}

Result<void> Calls::render_page(json::Value& request) {
  const auto library = TRY(this->library());
  const auto mode = json::find_string(request, "mode").value_or("published") == "canvas" ? render::Mode::canvas
                                                                                         : render::Mode::published;
  std::string html;
  if (const json::Value* source = json::find(request, "document")) {
    TRY(render::append_page(*library, TRY(Document::parse(*source, library->catalog())), context_in(request), mode,
                            html));
  } else {
    TRY(render::append_page(*library, TRY(opened())->document(), context_in(request), mode, html));
  }
  append_text("html", html);
  return {};
}

Result<void> Calls::render_component(json::Value& request) {
  const auto library = TRY(this->library());
  json::Object node{{"component", TRY(text(request, "component"))}};
  if (const json::Value* props = json::find(request, "props")) node["props"] = *props;
  if (const json::Value* children = json::find(request, "children")) node["children"] = *children;
  json::Value root = std::move(node);
  unsigned counter = 0;
  add_ids(root, counter);
  const json::Value source = json::Object{{"components", json::Array{std::move(root)}}};
  std::string html;
  TRY(render::append_page(*library, TRY(Document::parse(source, library->catalog())), context_in(request),
                          render::Mode::published, html));
  append_text("html", html);
  return {};
}

void Calls::append_member(std::string_view name, const json::Value& value) {
  answer_ += ',';
  json::append_quoted(answer_, name);
  answer_ += ':';
  json::append_serialized(answer_, value);
}

void Calls::append_text(std::string_view name, std::string_view text) {
  answer_ += ',';
  json::append_quoted(answer_, name);
  answer_ += ':';
  json::append_quoted(answer_, text);
}

}  // namespace pagewright::wasm
