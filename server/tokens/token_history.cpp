#include "server/tokens/token_history.hpp"

#include "server/base/digest.hpp"
#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/organisations/organisation_store.hpp"
#include "server/tokens/token_difference.hpp"

namespace pagewright::tokens {
namespace {

constexpr const char* not_saved = "The draft was not saved";
constexpr const char* not_published = "The draft was not published";

Outcome<TokenDraft> must_find_draft(database::Connection& connection, const http::Caller& caller) {
  auto draft = TRY(find_draft(connection, caller.organization_id));
  if (!draft) return std::unexpected(Problem::not_found("There is no draft of the design tokens."));
  return std::move(*draft);
}

Outcome<DesignSystem> must_find_tokens(database::Connection& connection, const http::Caller& caller) {
  auto design_system = TRY(find(connection, caller.organization_id));
  if (!design_system) return std::unexpected(Problem::not_found("This organisation has no design tokens."));
  return std::move(*design_system);
}

std::unexpected<Problem> changed_meanwhile() {
  return std::unexpected(
      Problem::precondition_failed("Somebody else changed the draft: read it again, and send its ETag as If-Match."));
}

Outcome<void> record(database::Connection& connection, const http::Caller& caller, std::string type,
                     const DesignSystem& design_system, const TokenDraft& draft, Milliseconds now) {
  return events::record(
      connection,
      events::by(caller, std::move(type), design_system.id,
                 JsonText().text("designSystemId", design_system.id).number("baseVersion", draft.base_version).take()),
      now);
}

// Whether the draft may be written over; the version that the new one begins with.
Outcome<std::int64_t> base_of(const std::optional<TokenDraft>& present, const DesignSystem& design_system,
                              const DraftChange& change, const http::IfMatch& if_match) {
  if (present && !(if_match.demands_a_tag() && if_match.is_met_by(present->revision))) return changed_meanwhile();
  if (!present && if_match.demands_a_tag()) return changed_meanwhile();
  const std::int64_t base =
      change.base_version.value_or(present ? present->base_version : design_system.version_number);
  if (base < 1 || base > design_system.version_number)
    return std::unexpected(
        Problem::validation(not_saved, {{"/baseVersion", "must be the number of a version", "unknown"}}));
  return base;
}

}  // namespace

Task<Outcome<TokenDraft>> TokenHistory::draft(http::Caller caller) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return must_find_draft(connection, caller); });
}

Task<Outcome<TokenDraft>> TokenHistory::save_draft(http::Caller caller, DraftChange change, http::IfMatch if_match) {
  CO_TRY(co_await publisher_.check(change.tokens, change.text.size()));
  const Milliseconds now = clock_();
  co_return co_await database_.write([&](database::Connection& connection) -> Outcome<TokenDraft> {
    TRY(organisations::lock(connection, caller.organization_id, now));
    const DesignSystem design_system = TRY(must_find_tokens(connection, caller));
    const auto present = TRY(find_draft(connection, caller.organization_id));
    TokenDraft draft{.organization_id = caller.organization_id,
                     .revision = random_secret(12),
                     .base_version = TRY(base_of(present, design_system, change, if_match)),
                     .author_id = caller.user_id,
                     .author_name = caller.name,
                     .updated_at = now,
                     .tokens = change.text};
    TRY(put(connection, draft));
    TRY(record(connection, caller, "design_tokens.draft_saved", design_system, draft, now));
    return draft;
  });
}

Task<Outcome<void>> TokenHistory::discard_draft(http::Caller caller, http::IfMatch if_match) {
  const Milliseconds now = clock_();
  co_return co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    const DesignSystem design_system = TRY(must_find_tokens(connection, caller));
    const TokenDraft draft = TRY(must_find_draft(connection, caller));
    if (!if_match.is_met_by(draft.revision)) return changed_meanwhile();
    TRY(remove_draft(connection, caller.organization_id));
    return record(connection, caller, "design_tokens.draft_deleted", design_system, draft, now);
  });
}

Task<Outcome<TokenVersion>> TokenHistory::publish_version(http::Caller caller, NewVersion version,
                                                          TokenPublisher::First first) {
  auto tokens = json::parse(version.text);
  if (!tokens) co_return std::unexpected(Problem::internal("stored design tokens are no JSON"));
  CO_TRY(co_await publisher_.check(std::move(*tokens), version.text.size()));
  const auto published = CO_TRY(co_await publisher_.publish(caller, std::move(version), std::move(first)));
  co_return co_await this->version(std::move(caller), published.version_number);
}

Task<Outcome<TokenVersion>> TokenHistory::publish(http::Caller caller, std::string message, http::IfMatch if_match) {
  const TokenDraft draft = CO_TRY(co_await this->draft(caller));
  const auto take_draft = [organization_id = caller.organization_id, revision = draft.revision,
                           base = draft.base_version,
                           if_match](database::Connection& connection, const DesignSystem& present) -> Outcome<void> {
    const auto now_there = TRY(find_draft(connection, organization_id));
    if (!now_there || now_there->revision != revision || !if_match.is_met_by(revision)) return changed_meanwhile();
    if (present.version_number != base)
      return std::unexpected(Problem::conflict(
          not_published, "Version " + std::to_string(present.version_number) +
                             " was published since, and the draft began with version " + std::to_string(base) +
                             ": compare the two, and save the draft again with the new one as its baseVersion."));
    return remove_draft(connection, organization_id);
  };
  co_return co_await publish_version(
      std::move(caller), {.text = draft.tokens, .message = std::move(message), .event = "design_tokens.published"},
      take_draft);
}

Task<Outcome<TokenVersion>> TokenHistory::restore(http::Caller caller, std::int64_t number, std::string message) {
  const TokenVersion source = CO_TRY(co_await version(caller, number));
  const auto check = [number](database::Connection&, const DesignSystem& present) -> Outcome<void> {
    if (present.version_number != number) return {};
    return std::unexpected(
        Problem::conflict("Nothing was restored", "Version " + std::to_string(number) + " is the present one."));
  };
  co_return co_await publish_version(std::move(caller),
                                     {.text = source.tokens,
                                      .message = std::move(message),
                                      .restored_from = number,
                                      .event = "design_tokens.restored"},
                                     check);
}

Task<Outcome<TokenVersionList>> TokenHistory::list(http::Caller caller, std::int64_t limit, std::int64_t offset) {
  co_return co_await database_.read([&](database::Connection& connection) {
    return list_versions(connection, caller.organization_id, limit, offset);
  });
}

Task<Outcome<TokenVersion>> TokenHistory::version(http::Caller caller, std::int64_t number) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return must_find_version(connection, caller.organization_id, number); });
}

Task<Outcome<std::string>> TokenHistory::compare(http::Caller caller, std::int64_t from, std::int64_t to) {
  const TokenVersion before = CO_TRY(co_await version(caller, from));
  const TokenVersion after = CO_TRY(co_await version(std::move(caller), to));
  co_return co_await pool_.run([&] {
    std::string text = to_json(difference(json::parse(before.tokens).value_or(json::Value()),
                                          json::parse(after.tokens).value_or(json::Value())));
    return "{\"from\":" + std::to_string(from) + ",\"to\":" + std::to_string(to) + "," + text.substr(1);
  });
}

}  // namespace pagewright::tokens
