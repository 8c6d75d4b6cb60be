// What the application is made of: included by its own parts only.
#pragma once

#include "server/api/permission_routes.hpp"
#include "server/api_tokens/api_token_routes.hpp"
#include "server/api_tokens/token_authenticator.hpp"
#include "server/application.hpp"
#include "server/assets/asset_routes.hpp"
#include "server/assets/public_files.hpp"
#include "server/audit/audit_routes.hpp"
#include "server/auth/auth_routes.hpp"
#include "server/auth/session_routes.hpp"
#include "server/background/job_routes.hpp"
#include "server/background/worker.hpp"
#include "server/branches/branch_routes.hpp"
#include "server/branches/merge_routes.hpp"
#include "server/collaboration/collaboration_routes.hpp"
#include "server/comments/comment_routes.hpp"
#include "server/custom_components/component_editing_routes.hpp"
#include "server/custom_components/component_routes.hpp"
#include "server/custom_components/gallery_routes.hpp"
#include "server/environments/entrance.hpp"
#include "server/environments/environment_routes.hpp"
#include "server/forms/form_reception.hpp"
#include "server/forms/submission_routes.hpp"
#include "server/idempotency/repeat_guard.hpp"
#include "server/organisations/organisation_routes.hpp"
#include "server/pages/page_routes.hpp"
#include "server/pages/trash_emptying.hpp"
#include "server/people/account_routes.hpp"
#include "server/people/invitation_routes.hpp"
#include "server/people/member_routes.hpp"
#include "server/releases/environment_removal.hpp"
#include "server/releases/preview_routes.hpp"
#include "server/releases/release_health.hpp"
#include "server/releases/release_history_routes.hpp"
#include "server/releases/release_retention.hpp"
#include "server/releases/release_routes.hpp"
#include "server/retention/retention_service.hpp"
#include "server/search/search_routes.hpp"
#include "server/seed/seed.hpp"
#include "server/sharing/sharing_routes.hpp"
#include "server/teams/team_routes.hpp"
#include "server/templates/template_routes.hpp"
#include "server/tokens/token_history_routes.hpp"
#include "server/tokens/token_routes.hpp"
#include "server/upgrades/upgrade_routes.hpp"
#include "server/versions/node_routes.hpp"
#include "server/versions/tag_routes.hpp"
#include "server/versions/version_routes.hpp"
#include "server/webhooks/delivery_routes.hpp"
#include "server/webhooks/webhook_routes.hpp"

namespace pagewright {

// In the order in which each stands on those before it.
struct Application::Features {
  Features(ApplicationSettings chosen, database::Database& used_database, ExecutorPool& pool,
           sites::SiteSnapshots& sites)
      : settings(std::move(chosen)),
        database(used_database),
        access_tokens(auth::load_or_create_secret(settings.data_directory)),
        auth(database, pool, access_tokens, callers),
        sessions(database, pool, access_tokens, callers),
        api_token_service(database, callers, settings.clock, api::Description::of_program().scopes()),
        authenticator(auth, database, callers, settings.clock),
        mailer(settings.mail, kinds),
        courier(database, kinds, settings.clock, settings.webhooks),
        repeats(database, kinds, settings.clock),
        worker(database, kinds, settings.clock),
        jobs(database, settings.clock),
        webhook_service(database, settings.clock, settings.webhooks.reach),
        deliveries(database, settings.clock),
        audit_log(database),
        library(settings.components),
        libraries(library, database, pool),
        token_publisher(database, pool, libraries, settings.clock),
        tokens(database, pool, token_publisher),
        token_history(database, pool, token_publisher, settings.clock),
        rooms({database, pool, libraries, settings.clock, settings.retention.kept_transactions},
              settings.rooms_in_memory),
        admission(database, rooms),
        retention({database, pool, libraries, settings.clock}, rooms, kinds, settings.retention),
        access(access_tokens, callers, rooms),
        members(database, access),
        team_service(database, access, settings.clock),
        sharing_service({database, pool, libraries, settings.clock}, rooms),
        invitations(database, pool, auth, mailer, settings.editor_url),
        password_resets(database, pool, access, mailer, settings.editor_url),
        profiles(database, pool, access, auth, mailer),
        published(sites),
        environment_service(database, pool, published, {settings.sites_url, settings.editor_url}, settings.clock),
        entrance(database, pool, published, settings.clock),
        releases({database, pool, libraries, settings.clock}, rooms, published, settings.releases.pages_at_once),
        scheduled_releases(database, releases, kinds, settings.clock),
        release_history(database, pool, libraries, rooms, published, settings.clock),
        release_health(database, sites, release_history, kinds, settings.clock),
        release_retention(database, kinds, settings.clock, settings.releases),
        environment_removal(database, pool, rooms, published, settings.clock),
        previews({database, pool, libraries, settings.clock}, rooms, published, releases, environment_removal,
                 settings.sites_url),
        reception(database, releases, mailer, settings.clock),
        submissions(database, settings.clock, settings.forms),
        pages({database, pool, libraries, settings.clock}, rooms, admission, published),
        page_status({database, pool, libraries, settings.clock}, rooms, published),
        trash({database, pool, libraries, settings.clock}, rooms, published),
        trash_emptying(database, trash, kinds, {.clock = settings.clock, .kept_for = settings.retention.trash_for}),
        template_service(templates, pages, database, pool, settings.clock),
        branches({database, pool, libraries, settings.clock}, rooms),
        merges({database, pool, libraries, settings.clock}, rooms),
        versions({database, pool, libraries}, rooms),
        blames({database, pool, libraries}, rooms),
        tags({database, pool, libraries, settings.clock}),
        comment_service({database, pool, libraries, settings.clock}, rooms, mailer, settings.editor_url),
        upgrades({database, pool, libraries}),
        component_catalogue(library, libraries, database),
        component_workshop(component_catalogue, libraries, database, pool, upgrades),
        component_usage({database, pool, libraries}),
        component_service({database, pool, libraries, settings.clock}, rooms, component_workshop, component_usage),
        search_service(pages, template_service, members, component_catalogue),
        files(storage::store_for(settings.storage, settings.data_directory, "assets")),
        asset_service({database, pool, libraries, settings.clock}, *files, kinds, settings.data_directory,
                      settings.assets),
        public_files(database, *files) {}

  const ApplicationSettings settings;
  database::Database& database;

  auth::AccessTokens access_tokens;
  auth::CallerCache callers;
  auth::AuthService auth;
  auth::SessionService sessions;
  api_tokens::ApiTokenService api_token_service;
  api_tokens::TokenAuthenticator authenticator;
  background::Kinds kinds;
  mail::Mailer mailer;
  webhooks::Courier courier;
  idempotency::RepeatGuard repeats;
  background::Worker worker;
  background::JobService jobs;
  webhooks::WebhookService webhook_service;
  webhooks::DeliveryService deliveries;
  audit::AuditService audit_log;
  components::BuiltInLibrary library;
  templates::TemplateLibrary templates;
  tokens::Libraries libraries;
  tokens::TokenPublisher token_publisher;
  tokens::TokenService tokens;
  tokens::TokenHistory token_history;
  collaboration::Rooms rooms;
  collaboration::PageAdmission admission;
  retention::RetentionService retention;
  people::AccessChange access;
  people::MemberService members;
  teams::TeamService team_service;
  sharing::SharingService sharing_service;
  people::InvitationService invitations;
  people::PasswordResetService password_resets;
  people::ProfileService profiles;
  environments::PublishedPages published;
  environments::EnvironmentService environment_service;
  environments::Entrance entrance;
  releases::ReleaseService releases;
  releases::ScheduledReleases scheduled_releases;
  releases::ReleaseHistory release_history;
  releases::ReleaseHealth release_health;
  releases::ReleaseRetention release_retention;
  releases::EnvironmentRemoval environment_removal;
  releases::PreviewService previews;
  forms::FormReception reception;
  forms::SubmissionService submissions;
  pages::PageService pages;
  pages::StatusService page_status;
  pages::TrashService trash;
  pages::TrashEmptying trash_emptying;
  templates::TemplateService template_service;
  branches::BranchService branches;
  branches::MergeService merges;
  versions::VersionService versions;
  versions::BlameService blames;
  versions::TagService tags;
  comments::CommentService comment_service;
  upgrades::UpgradeService upgrades;
  custom_components::ComponentCatalogue component_catalogue;
  custom_components::ComponentWorkshop component_workshop;
  custom_components::ComponentUsage component_usage;
  custom_components::ComponentService component_service;
  search::SearchService search_service;
  std::unique_ptr<storage::FileStore> files;
  assets::AssetService asset_service;
  assets::PublicFiles public_files;

  api::PermissionRoutes permission_routes;
  auth::AuthRoutes auth_routes{auth};
  auth::SessionRoutes session_routes{sessions};
  api_tokens::ApiTokenRoutes api_token_routes{api_token_service};
  people::AccountRoutes account_routes{profiles, password_resets};
  people::MemberRoutes member_routes{members, password_resets};
  people::InvitationRoutes invitation_routes{invitations};
  teams::TeamRoutes team_routes{team_service};
  sharing::SharingRoutes sharing_routes{sharing_service};
  background::JobRoutes job_routes{jobs};
  webhooks::WebhookRoutes webhook_routes{webhook_service};
  webhooks::DeliveryRoutes delivery_routes{deliveries};
  audit::AuditRoutes audit_routes{audit_log};
  organisations::OrganisationRoutes organisation_routes{
      database, {.trash = settings.retention.trash_for, .form_submissions = settings.forms.kept_for}};
  environments::EnvironmentRoutes environment_routes{environment_service};
  custom_components::ComponentRoutes component_routes{component_catalogue, component_usage};
  custom_components::ComponentEditingRoutes component_editing_routes{component_service, component_workshop};
  custom_components::GalleryRoutes gallery_routes{component_service};
  tokens::TokenRoutes token_routes{tokens, library};
  tokens::TokenHistoryRoutes token_history_routes{token_history};
  templates::TemplateRoutes template_routes{template_service};
  search::SearchRoutes search_routes{search_service};
  pages::PageRoutes page_routes{{pages, page_status, trash}, [this](http::Caller caller, std::string id) {
                                  return template_service.pattern(std::move(caller), std::move(id));
                                }};
  branches::BranchRoutes branch_routes{branches};
  branches::MergeRoutes merge_routes{merges};
  versions::VersionRoutes version_routes{versions};
  versions::NodeRoutes node_routes{versions, blames};
  versions::TagRoutes tag_routes{tags};
  comments::CommentRoutes comment_routes{comment_service};
  upgrades::UpgradeRoutes upgrade_routes{upgrades};
  assets::AssetRoutes asset_routes{asset_service};
  releases::PreviewRoutes preview_routes{previews};
  releases::ReleaseRoutes release_routes{releases, scheduled_releases, settings.clock};
  releases::ReleaseHistoryRoutes release_history_routes{release_history};
  forms::SubmissionRoutes submission_routes{submissions};
  collaboration::CollaborationRoutes collaboration_routes{rooms, admission, auth, access_tokens};
};

}  // namespace pagewright
