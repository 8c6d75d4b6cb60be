// Patches: what changes in the canvas after a transaction, for just the nodes that changed. See
// docs/formats/patches.md.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "engine/render/page.hpp"

namespace pagewright::render {

class NodeRenderer;

// Follows one canvas: which style rules and component styles it already holds.
class PatchWriter {
 public:
  explicit PatchWriter(std::shared_ptr<const Library> library);

  // Appends the page in canvas mode, and notes what style it holds.
  [[nodiscard]] Result<void> open(const document::Document& document, const PageContext& context, std::string& out);

  // A JSON array of patches that bring a canvas showing `before` to `after`. Costs what differs.
  [[nodiscard]] Result<json::Array> patches(const document::Document& before, const document::Document& after);

 private:
  // The style of what was rendered that the canvas does not hold yet; from now on it does.
  std::string new_rules(const NodeRenderer& rendered);

  std::shared_ptr<const Library> library_;
  std::vector<bool> components_;  // by index in the library
  std::unordered_set<std::uint64_t> rules_;
  bool is_cut_short_ = false;  // the canvas lacks nodes, since they passed a limit
};

}  // namespace pagewright::render
