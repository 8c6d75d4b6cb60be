// The rules of pages: creating, listing, changing. Deleting: trash_service.hpp.
#pragma once

#include "engine/merge/merge.hpp"
#include "server/collaboration/page_admission.hpp"
#include "server/environments/published_pages.hpp"
#include "server/pages/page_store.hpp"

namespace pagewright::pages {

struct NewPage {
  std::string name;
  std::optional<std::string> slug = {};  // nothing: made from the name
  std::string description = {};
  std::string metadata = "{}";
  std::string access = "open";
  std::optional<std::string> team_id = {};
  document::Document document = {};
  // More SQL of the same transaction, after the page is written.
  std::function<Outcome<void>(database::Connection&)> also = {};
};

// What a page may be made of: a template's document, and what else belongs to making a page of it.
struct Pattern {
  json::Value document = {};
  std::function<Outcome<void>(database::Connection&)> also = {};
};

// A copy of a page's content and settings, as they are at the moment.
struct Duplication {
  std::string branch = std::string(collaboration::main_branch);  // whose document
  std::optional<std::string> name = {};                          // nothing: the page's, with "(copy)"
  std::optional<std::string> slug = {};
};

struct PageUpdate {
  std::string branch = std::string(collaboration::main_branch);  // whose document; the settings are the page's
  std::optional<std::string> name = {};
  std::optional<std::string> slug = {};
  std::optional<std::string> description = {};
  std::optional<std::string> metadata = {};
  std::optional<std::string> status = {};
  std::optional<document::Document> structure = {};  // its nodes only
  std::optional<document::Document> layout = {};     // its page settings only
  // The version, by number or id, that structure and layout were made from: what has changed since is merged with them.
  // Nothing: the page becomes what they say.
  std::optional<std::string> base = {};
  std::optional<merge::Resolutions> resolutions = {};  // of the conflicts that such a merge had

  http::IfMatch if_match = {};  // of the page on that branch

  bool is_large = false;  // worked out on the pool

  [[nodiscard]] bool has_settings() const { return name || slug || description || metadata || status; }
};

class PageService {
 public:
  enum class Size : bool { small, large };
  PageService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms,
              collaboration::PageAdmission& admission, environments::PublishedPages& published)
      : surroundings_(std::move(surroundings)), rooms_(rooms), admission_(admission), published_(published) {}

  // A document from the REST representation, objects or null: its values are moved out of them. Faults name their place
  // below /structure or /layout. Large ones are read on the pool.
  Task<Outcome<document::Document>> read_document(std::string organization_id, json::Value structure,
                                                  json::Value layout, Size size = Size::small,
                                                  std::optional<collaboration::Room::Checked> present = {});
  // One that is to stand in place of the page's: what is as it is there is neither checked nor stored again.
  Task<Outcome<document::Document>> read_structure(const http::Caller& caller, std::string page_id, std::string branch,
                                                   json::Value structure, Size size);

  // `refusal` of the document in a request's body, with all that is wrong with the document where that can be said. The
  // body is read anew, for reading it the first time used it up.
  Task<Problem> with_all_faults(Problem refusal, std::string organization_id, std::string_view body);

  // The new page, as JSON. Refused where it has components that are not offered to the caller.
  Task<Outcome<std::string>> create(http::Caller caller, NewPage page);
  // The copy, as JSON: a draft that belongs to the caller, and that those see who see the original by its access and
  // its team.
  Task<Outcome<std::string>> duplicate(http::Caller caller, std::string page_id, Duplication wish);
  Task<Outcome<PageList>> list(PageQuery query);
  using Representation = collaboration::Room::Representation;
  Task<Outcome<Representation>> get(http::Caller caller, std::string page_id, std::string branch);
  // Its document as it is committed at the moment; not_found for who may not view it.
  Task<Outcome<document::Document>> document(http::Caller caller, std::string page_id, std::string branch);
  Task<Outcome<Representation>> update(http::Caller caller, std::string page_id, PageUpdate update);
  // By the owner or an administrator, to a member who may come in.
  Task<Outcome<Representation>> change_owner(http::Caller caller, std::string page_id, std::string owner_id);

 private:
  Task<Outcome<std::string>> keep_new(http::Caller caller, NewPage page);
  Task<Outcome<void>> check_insertable(const http::Caller& caller, const document::Document& document);
  Task<Outcome<void>> check_slug(const http::Caller& caller, const std::string& page_id, const std::string& slug);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
  collaboration::PageAdmission& admission_;
  environments::PublishedPages& published_;
};

}  // namespace pagewright::pages
