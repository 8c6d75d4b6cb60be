// The calls of docs/formats/engine-calls.md: a JSON request in, a JSON answer out. One instance serves one open page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/render/patch.hpp"
#include "engine/session/session.hpp"

namespace pagewright::wasm {

class Calls {
 public:
  // Answers any bytes whatsoever. The view is valid until the next call.
  [[nodiscard]] std::string_view answer(std::string_view request);
  // The last answer as it leaves the module, without a copy: its length in 4 bytes, little-endian, in front of it.
  [[nodiscard]] std::string_view framed_answer();
  // In such a frame as well: the markup that the last answer left out, for a call that asked for it to be apart.
  [[nodiscard]] std::string_view framed_markup();

 private:
  using Call = Result<void> (Calls::*)(json::Value& request);
  struct Named {
    std::string_view name;
    Call call;
  };
  static const Named calls[];

  // Each appends its members to answer_, every one with a comma in front.
  Result<void> load_library(json::Value& request);
  Result<void> open(json::Value& request);
  Result<void> reset(json::Value& request);
  Result<void> apply(json::Value& request);
  Result<void> receive(json::Value& request);
  Result<void> acknowledge(json::Value& request);
  Result<void> refuse(json::Value& request);
  Result<void> undo(json::Value& request);
  Result<void> redo(json::Value& request);
  Result<void> subtree(json::Value& request);
  Result<void> document(json::Value& request);
  Result<void> pending(json::Value& request);
  Result<void> diff(json::Value& request);
  Result<void> faults(json::Value& request);
  Result<void> merge(json::Value& request);
  Result<void> render_page(json::Value& request);
  Result<void> render_component(json::Value& request);

  // The document of that member, or the open one where it is absent.
  Result<document::Document> document_in(const json::Value& request, std::string_view name);
  Result<session::Session*> opened();
  Result<std::shared_ptr<const render::Library>> library();
  Result<void> append_canvas();
  Result<void> append_compact_canvas();
  // The answer of a call that changed the document from `before`.
  Result<void> append_change(const document::Document& before, const session::Session::Change& change);
  void append_left_out(const std::vector<session::LeftOut>& left_out);
  void append_member(std::string_view name, const json::Value& value);
  void append_text(std::string_view name, std::string_view text);

  std::shared_ptr<const render::Library> library_;
  std::optional<session::Session> session_;
  std::optional<render::PatchWriter> patches_;
  render::PageContext context_;
  std::string answer_;  // with room for its length in front
  std::string markup_;  // likewise
};

}  // namespace pagewright::wasm
