#include "server/scenarios/every_table.hpp"

#include <gtest/gtest.h>

namespace pagewright::scenarios {
namespace {

constexpr std::string_view rows = R"(
  INSERT INTO organisations VALUES ('o', 'O', 'o', 1, 1);
  INSERT INTO users VALUES ('u', 'u@example.org', 'U', '', 1, 1, NULL, NULL, 'u');
  INSERT INTO memberships VALUES ('o', 'u', 'admin', 1, NULL);
  INSERT INTO api_tokens VALUES ('a', 'o', 'u', 'A', '["pages:read"]', 'h', 'pw_aaaaaa', 1, NULL, 1);
  INSERT INTO invitations VALUES ('i', 'o', 'v@example.org', 'editor', 'u', 1, 2, 'h');
  INSERT INTO password_resets VALUES ('h', 'u', 1, 2);
  INSERT INTO sessions VALUES ('s', 'u', 'o', 1, 1, 2, NULL, 'curl/8', '192.0.2.0/24');
  INSERT INTO refresh_tokens VALUES ('t', 's', 1, NULL);
  INSERT INTO first_run_tokens VALUES ('f', 1);
  INSERT INTO component_library VALUES ('c', 'o', 'u', 'promo', 'public', '1.0.0', 1, 1, 1, NULL, 0, 'content', 'P', '', NULL, 'p', NULL);
  INSERT INTO component_versions VALUES ('c', 1, '1.0.0', 'u', 1, '{}', '<p></p>', '', '{}', '{}');
  INSERT INTO component_sets VALUES ('s', 1, '{}');
  INSERT INTO teams VALUES ('t', 'o', 1, 1, 'T', 't');
  INSERT INTO team_members VALUES ('t', 'o', 'u', 1);
  INSERT INTO pages VALUES ('p', 'o', 'u', 'published', 1, 1, NULL, 1, 'u', 'v', 1, 0, 'P', 'p', 'p', '', '{}', 'limited', 't');
  INSERT INTO page_grants VALUES ('p', 't', 'o', NULL, 't', 'edit', 1);
  INSERT INTO page_snapshots VALUES ('p', 'h', x'00');
  INSERT INTO page_versions VALUES ('v', 'p', 1, 'main', 'u', 1, 1, 0, 'Initial version', 's', 'h', NULL, NULL, 0);
  INSERT INTO page_branches VALUES ('p', 'main', 1, 0, 0, 1, NULL, 'main', NULL, 's', 'h', 0);
  INSERT INTO page_branches VALUES ('p', 'b', 0, 0, 1, 1, NULL, 'summer', 'v', 's', 'h', -1);
  INSERT INTO component_uses VALUES ('o', 'promo', 'p', 'main', 1);
  INSERT INTO page_tags VALUES ('p', 'launch', 'v', 1);
  INSERT INTO page_operations VALUES ('p', 'main', 1, 'c-1', 'u', 1, '', '[]');
  INSERT INTO comment_threads VALUES ('t', 'p', 'h1', 1, 1, NULL, NULL, 'Heading');
  INSERT INTO comments VALUES ('c', 't', 'u', 1, NULL, 'Well');
  INSERT INTO comment_mentions VALUES ('c', 'u');
  INSERT INTO design_systems VALUES ('d', 'o', 'D', 1, 1, '{}', 1);
  INSERT INTO design_token_versions VALUES ('o', 1, 'u', 1, NULL, '', '{}');
  INSERT INTO design_token_drafts VALUES ('o', 'r', 1, 'u', 1, '{}');
  INSERT INTO page_templates VALUES ('t', 'o', 'u', 't', 'T', '', '', '[]', 0, 0, 1, 1, '{}', 't', '');
  INSERT INTO environments VALUES ('e', 'o', 'Production', '', 1, 1, 'production', '', 0, 'password', 'h', 'k');
  INSERT INTO environment_hosts VALUES ('www.o.example', 'e', 0);
  INSERT INTO environment_visits VALUES ('h', 'e', 'u', 2);
  INSERT INTO releases VALUES ('r', 'o', 'e', 'u', 1, 'publish', '', NULL, 0, 0, 'healthy', 1, '[]', '[]');
  INSERT INTO preview_environments VALUES ('e', 'p', 'b', 2);
  INSERT INTO artifacts VALUES ('h', 'text/html', 1, 1, x'00ff27', x'5c78', x'');
  INSERT INTO release_artifacts VALUES ('r', '/p', 'p', 'v', 'h', 0, 1, '', '');
  INSERT INTO release_removals VALUES ('r', 'p');
  INSERT INTO environment_pages VALUES ('e', 'p', 'r', 'h', 0, 1, 'p');
  INSERT INTO jobs VALUES ('j', 'o', 'mail.send', 'failed', 1, 1, 1, NULL, 1, 1, '', '', '');
  INSERT INTO webhooks VALUES ('w', 'o', 'https://w.example', '', '["*"]', 1, '', NULL, 'whsec_', '', 0, 1, 1);
  INSERT INTO webhook_deliveries VALUES ('d', 'o', 'w', 'x', 'page.created', 'waiting', 0, 1, NULL, NULL, NULL, '', '', '{}');
  INSERT INTO form_submissions VALUES ('f', 'o', 'p', 'e', 'form-1', 'Contact', 1, '[]');
  INSERT INTO assets VALUES ('a', 'o', 'u', 'picture', 'image/png', 'h', 1, 1, 1, 1, 1, 'A.png', 'a.png', '', '');
  INSERT INTO asset_files VALUES ('a', 'a/original.png', NULL, 'image/png', 1, 1, 1);
  INSERT INTO idempotency_keys VALUES ('o', 'u', 'k', 'f', 201, 1, '{}');
  INSERT INTO outbox VALUES ('x', 'o', 'page.created', 'p', 1, NULL, '{}');
  INSERT INTO audit_log VALUES ('a', 'o', 'u', 'page.created', 'p', 1, '{}', 1, 'h');
  INSERT INTO audit_heads VALUES ('o', 1, 'h');
)";

}  // namespace

std::string with_bytes_for(database::Kind kind, std::string_view sql) {
  std::string text(sql);
  if (kind == database::Kind::sqlite) return text;
  for (auto at = text.find(" x'"); at != std::string::npos; at = text.find(" x'", at)) text.replace(at, 3, " '\\x");
  return text;
}

void fill_every_table(database::ExclusiveConnection& connection, database::Kind kind) {
  using database::must;
  const auto filled = connection.run_script(with_bytes_for(kind, rows));
  ASSERT_TRUE(filled) << filled.error().cause;
  for (const auto& table : must(connection.tables()))
    EXPECT_FALSE(must(connection.query("SELECT 1 FROM " + table.name)).empty()) << table.name << " has no row here";
}

}  // namespace pagewright::scenarios
