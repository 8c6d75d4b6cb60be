// The components of a page that not every member may insert: whoever edits a page goes on with those that it has.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/operation/operation.hpp"
#include "server/components/offers.hpp"

namespace pagewright::collaboration {

// A node that somebody may not insert.
struct RefusedNode {
  std::size_t operation = 0;  // which of the operations brings it
  document::NodeId id;
  std::string message;  // names the node and its component, and says why
};

// A value: copy it to ask aside.
class PageComponents {
 public:
  PageComponents(components::SharedOffers offers, const document::Document& document) : offers_(std::move(offers)) {
    remember(document);
  }

  // Also what is removed later may come back: taking a step back is no insertion.
  void remember(const document::Document& document);
  void remember(const std::vector<operation::Operation>& operations);

  // The first node that the member may not bring to this page by these operations.
  [[nodiscard]] std::optional<RefusedNode> refusal(const std::vector<operation::Operation>& operations,
                                                   const access::Membership& member) const;

  [[nodiscard]] const components::Offers& offers() const { return *offers_; }
  void set_offers(components::SharedOffers offers) { offers_ = std::move(offers); }

 private:
  components::SharedOffers offers_;
  std::set<std::string, std::less<>> had_;  // of the limited ones
};

// The same of a new page, which has nothing yet: the first node of its document, in reading order.
[[nodiscard]] std::optional<RefusedNode> refusal_of_new_page(const components::Offers& offers,
                                                             const document::Document& document,
                                                             const access::Membership& member);

// Where a node stands in the nested JSON of its document: "/components/0/children/content/2".
[[nodiscard]] std::string pointer_to(const document::Document& document, const document::NodeId& id);

// As what is wrong with a request whose member /structure is the document.
[[nodiscard]] Problem problem_of(const char* title, const RefusedNode& refused, const document::Document& document);

}  // namespace pagewright::collaboration
