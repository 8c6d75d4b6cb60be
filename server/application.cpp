#include "server/application.hpp"

#include "server/api/openapi_document.hpp"
#include "server/api/permission_routes.hpp"
#include "server/api/request_check.hpp"
#include "server/api_tokens/api_token_routes.hpp"
#include "server/api_tokens/token_authenticator.hpp"
#include "server/audit/audit_routes.hpp"
#include "server/auth/auth_routes.hpp"
#include "server/auth/session_routes.hpp"
#include "server/background/job_routes.hpp"
#include "server/background/worker.hpp"
#include "server/branches/branch_routes.hpp"
#include "server/branches/merge_routes.hpp"
#include "server/collaboration/collaboration_routes.hpp"
#include "server/components/component_routes.hpp"
#include "server/environments/environment_routes.hpp"
#include "server/forms/form_reception.hpp"
#include "server/forms/submission_routes.hpp"
#include "server/idempotency/repeat_guard.hpp"
#include "server/organisations/organisation_routes.hpp"
#include "server/pages/page_routes.hpp"
#include "server/people/account_routes.hpp"
#include "server/people/invitation_routes.hpp"
#include "server/people/member_routes.hpp"
#include "server/releases/release_history_routes.hpp"
#include "server/releases/release_routes.hpp"
#include "server/retention/retention_service.hpp"
#include "server/search/search_routes.hpp"
#include "server/seed/seed.hpp"
#include "server/templates/template_routes.hpp"
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
        tokens(database, pool, libraries),
        rooms({database, pool, libraries, settings.clock, settings.retention.kept_transactions},
              settings.rooms_in_memory),
        retention({database, pool, libraries, settings.clock}, rooms, kinds, settings.retention),
        access(access_tokens, callers, rooms),
        members(database, access),
        invitations(database, pool, auth, mailer, settings.editor_url),
        password_resets(database, pool, access, mailer, settings.editor_url),
        profiles(database, pool, access, auth, mailer),
        published(sites),
        releases({database, pool, libraries}, rooms, published),
        scheduled_releases(database, releases, kinds, settings.clock),
        release_history(database, pool, rooms, published, settings.clock),
        reception(database, releases, mailer, settings.clock),
        submissions(database, settings.clock, settings.forms),
        pages({database, pool, libraries, settings.clock}, rooms, published),
        page_status({database, pool, libraries, settings.clock}, rooms, published),
        trash({database, pool, libraries, settings.clock}, rooms, published),
        template_service(templates, pages, database, pool, settings.clock),
        search_service(pages, template_service, members, library),
        branches({database, pool, libraries, settings.clock}, rooms),
        merges({database, pool, libraries, settings.clock}, rooms),
        versions({database, pool, libraries}, rooms),
        blames({database, pool, libraries}, rooms),
        tags({database, pool, libraries, settings.clock}),
        upgrades({database, pool, libraries}) {}

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
  tokens::TokenService tokens;
  collaboration::Rooms rooms;
  retention::RetentionService retention;
  people::AccessChange access;
  people::MemberService members;
  people::InvitationService invitations;
  people::PasswordResetService password_resets;
  people::ProfileService profiles;
  releases::PublishedPages published;
  releases::ReleaseService releases;
  releases::ScheduledReleases scheduled_releases;
  releases::ReleaseHistory release_history;
  forms::FormReception reception;
  forms::SubmissionService submissions;
  pages::PageService pages;
  pages::StatusService page_status;
  pages::TrashService trash;
  templates::TemplateService template_service;
  search::SearchService search_service;
  branches::BranchService branches;
  branches::MergeService merges;
  versions::VersionService versions;
  versions::BlameService blames;
  versions::TagService tags;
  upgrades::UpgradeService upgrades;

  api::PermissionRoutes permission_routes;
  auth::AuthRoutes auth_routes{auth};
  auth::SessionRoutes session_routes{sessions};
  api_tokens::ApiTokenRoutes api_token_routes{api_token_service};
  people::AccountRoutes account_routes{profiles, password_resets};
  people::MemberRoutes member_routes{members, password_resets};
  people::InvitationRoutes invitation_routes{invitations};
  background::JobRoutes job_routes{jobs};
  webhooks::WebhookRoutes webhook_routes{webhook_service};
  webhooks::DeliveryRoutes delivery_routes{deliveries};
  audit::AuditRoutes audit_routes{audit_log};
  organisations::OrganisationRoutes organisation_routes{database};
  environments::EnvironmentRoutes environment_routes{database};
  components::ComponentRoutes component_routes{library};
  tokens::TokenRoutes token_routes{tokens, library};
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
  upgrades::UpgradeRoutes upgrade_routes{upgrades};
  releases::ReleaseRoutes release_routes{releases, scheduled_releases, settings.clock};
  releases::ReleaseHistoryRoutes release_history_routes{release_history};
  forms::SubmissionRoutes submission_routes{submissions};
  collaboration::CollaborationRoutes collaboration_routes{rooms, auth, access_tokens};
};

Application::Application(ApplicationSettings settings, database::Database& database, ExecutorPool& pool,
                         sites::SiteSnapshots& sites)
    : features_(std::make_unique<Features>(std::move(settings), database, pool, sites)) {}

Application::~Application() = default;

Task<Outcome<std::string>> Application::start() {
  Features& features = *features_;
  CO_TRY(co_await features.database.write(
      [](database::Connection& connection) { return audit::chain_older_rows(connection); }));
  CO_TRY(co_await features.database.write([&](database::Connection& connection) {
    return components::remember(connection, features.library.component_set(), features.settings.clock());
  }));
  const seed::Services services{features.database, features.library, features.templates, features.pages,
                                features.releases};
  CO_TRY(co_await seed::sow(services, features.settings.seed ? seed::Content::sample : seed::Content::empty,
                            features.settings.sites_url));
  if (!features.settings.admin_email.empty())
    CO_TRY(
        co_await features.auth.ensure_administrator(features.settings.admin_email, features.settings.admin_password));
  CO_TRY(co_await features.releases.load());
  co_return co_await features.auth.prepare_first_run();
}

Task<void> Application::maintain() {
  co_await features_->rooms.maintain();
  co_await features_->retention.maintain();
  co_await features_->repeats.maintain();
  co_await features_->worker.maintain();
  co_await features_->courier.maintain();
  co_await features_->submissions.maintain();
}

Task<void> Application::work() {
  co_await features_->courier.pass_on();
  co_await features_->worker.run_due();
}

void Application::stop_work() {
  features_->worker.stop();
  features_->retention.stop();
  features_->mailer.stop();
  features_->courier.stop();
}

std::size_t Application::open_pages() const {
  return features_->rooms.size();
}

Task<void> Application::stop() {
  co_await features_->rooms.close();
}

http::Authenticator& Application::authenticator() {
  return features_->authenticator;
}

std::vector<http::Route> Application::routes() {
  using http::to;
  using enum http::Access;
  using http::Method;
  Features& f = *features_;
  std::vector<http::Route> routes{
      {Method::get, "/auth/first-run", anyone, to(f.auth_routes, &auth::AuthRoutes::get_first_run), "getFirstRun"},
      {Method::post, "/auth/first-run", anyone, to(f.auth_routes, &auth::AuthRoutes::first_run), "firstRun"},
      {Method::post, "/auth/login", anyone, to(f.auth_routes, &auth::AuthRoutes::log_in), "logIn"},
      {Method::post, "/auth/refresh", anyone, to(f.auth_routes, &auth::AuthRoutes::refresh), "refresh"},
      {Method::post, "/auth/logout", anyone, to(f.auth_routes, &auth::AuthRoutes::log_out), "logOut"},
      {Method::get, "/auth/me", viewer, to(f.auth_routes, &auth::AuthRoutes::me), "getMe"},
      {Method::patch, "/auth/me", viewer, to(f.account_routes, &people::AccountRoutes::update), "updateMe"},
      {Method::get, "/auth/organizations", viewer, to(f.account_routes, &people::AccountRoutes::list_organizations),
       "listOrganizations"},
      {Method::post, "/auth/organization", viewer, to(f.account_routes, &people::AccountRoutes::enter_organization),
       "enterOrganization"},
      {Method::post, "/auth/password-reset", anyone, to(f.account_routes, &people::AccountRoutes::request_reset),
       "requestPasswordReset"},
      {Method::post, "/auth/password-reset/complete", anyone, to(f.account_routes, &people::AccountRoutes::reset),
       "resetPassword"},
      {Method::post, "/auth/invitation", anyone, to(f.invitation_routes, &people::InvitationRoutes::look_up),
       "getInvitation"},
      {Method::post, "/auth/invitation/accept", anyone, to(f.invitation_routes, &people::InvitationRoutes::accept),
       "acceptInvitation"},
      {Method::put, "/auth/password", viewer, to(f.session_routes, &auth::SessionRoutes::change_password),
       "changePassword"},
      {Method::get, "/auth/sessions", viewer, to(f.session_routes, &auth::SessionRoutes::list), "listSessions"},
      {Method::delete_, "/auth/sessions", viewer, to(f.session_routes, &auth::SessionRoutes::revoke_others),
       "revokeOtherSessions"},
      {Method::delete_, "/auth/sessions/:id", viewer, to(f.session_routes, &auth::SessionRoutes::revoke),
       "revokeSession"},
      {Method::get, "/auth/permissions", viewer, to(f.permission_routes, &api::PermissionRoutes::get),
       "getPermissions"},
      {Method::get, "/auth/api-tokens", viewer, to(f.api_token_routes, &api_tokens::ApiTokenRoutes::list_own),
       "listMyApiTokens"},
      {Method::post, "/auth/api-tokens", viewer, to(f.api_token_routes, &api_tokens::ApiTokenRoutes::create),
       "createApiToken"},
      {Method::delete_, "/auth/api-tokens/:id", viewer, to(f.api_token_routes, &api_tokens::ApiTokenRoutes::revoke_own),
       "revokeMyApiToken"},
      {Method::get, "/api-tokens", admin, to(f.api_token_routes, &api_tokens::ApiTokenRoutes::list), "listApiTokens"},
      {Method::delete_, "/api-tokens/:id", admin, to(f.api_token_routes, &api_tokens::ApiTokenRoutes::revoke),
       "revokeApiToken"},

      {Method::get, "/organization", viewer, to(f.organisation_routes, &organisations::OrganisationRoutes::get),
       "getOrganization"},
      {Method::get, "/users", admin, to(f.member_routes, &people::MemberRoutes::list), "listUsers"},
      {Method::get, "/users/:id", admin, to(f.member_routes, &people::MemberRoutes::get), "getUser"},
      {Method::patch, "/users/:id", admin, to(f.member_routes, &people::MemberRoutes::update), "updateUser"},
      {Method::delete_, "/users/:id", admin, to(f.member_routes, &people::MemberRoutes::remove), "removeUser"},
      {Method::post, "/users/:id/password-reset", admin, to(f.member_routes, &people::MemberRoutes::reset_password),
       "resetUserPassword"},
      {Method::get, "/invitations", admin, to(f.invitation_routes, &people::InvitationRoutes::list), "listInvitations"},
      {Method::post, "/invitations", admin, to(f.invitation_routes, &people::InvitationRoutes::invite), "invite"},
      {Method::post, "/invitations/:id/send", admin, to(f.invitation_routes, &people::InvitationRoutes::send_again),
       "sendInvitationAgain"},
      {Method::delete_, "/invitations/:id", admin, to(f.invitation_routes, &people::InvitationRoutes::revoke),
       "revokeInvitation"},
      {Method::get, "/environments", viewer, to(f.environment_routes, &environments::EnvironmentRoutes::list),
       "listEnvironments"},
      {Method::get, "/environments/:id/pages", viewer,
       to(f.release_history_routes, &releases::ReleaseHistoryRoutes::shown), "listShownPages"},
      {Method::get, "/releases", viewer, to(f.release_history_routes, &releases::ReleaseHistoryRoutes::list),
       "listReleases"},
      {Method::post, "/releases", admin, to(f.release_routes, &releases::ReleaseRoutes::publish_several),
       "publishPages"},
      {Method::get, "/releases/:id", viewer, to(f.release_history_routes, &releases::ReleaseHistoryRoutes::get),
       "getRelease"},
      {Method::post, "/releases/:id/rollback", admin,
       to(f.release_history_routes, &releases::ReleaseHistoryRoutes::roll_back), "rollBackRelease"},
      {Method::post, "/releases/:id/promote", admin,
       to(f.release_history_routes, &releases::ReleaseHistoryRoutes::promote), "promoteRelease"},
      {Method::get, "/jobs", admin, to(f.job_routes, &background::JobRoutes::list), "listJobs"},
      {Method::get, "/jobs/:id", admin, to(f.job_routes, &background::JobRoutes::get), "getJob"},
      {Method::post, "/jobs/:id/retry", admin, to(f.job_routes, &background::JobRoutes::retry), "retryJob"},
      {Method::post, "/jobs/:id/cancel", admin, to(f.job_routes, &background::JobRoutes::cancel), "cancelJob"},
      {Method::get, "/webhooks", admin, to(f.webhook_routes, &webhooks::WebhookRoutes::list), "listWebhooks"},
      {Method::post, "/webhooks", admin, to(f.webhook_routes, &webhooks::WebhookRoutes::create), "createWebhook"},
      {Method::get, "/webhooks/:id", admin, to(f.webhook_routes, &webhooks::WebhookRoutes::get), "getWebhook"},
      {Method::patch, "/webhooks/:id", admin, to(f.webhook_routes, &webhooks::WebhookRoutes::update), "updateWebhook"},
      {Method::delete_, "/webhooks/:id", admin, to(f.webhook_routes, &webhooks::WebhookRoutes::remove),
       "deleteWebhook"},
      {Method::post, "/webhooks/:id/secret", admin, to(f.webhook_routes, &webhooks::WebhookRoutes::rotate_secret),
       "rotateWebhookSecret"},
      {Method::post, "/webhooks/:id/ping", admin, to(f.delivery_routes, &webhooks::DeliveryRoutes::ping),
       "pingWebhook"},
      {Method::get, "/webhooks/:id/deliveries", admin, to(f.delivery_routes, &webhooks::DeliveryRoutes::list),
       "listDeliveries"},
      {Method::get, "/webhooks/:id/deliveries/:delivery", admin, to(f.delivery_routes, &webhooks::DeliveryRoutes::get),
       "getDelivery"},
      {Method::post, "/webhooks/:id/deliveries/:delivery/redeliver", admin,
       to(f.delivery_routes, &webhooks::DeliveryRoutes::redeliver), "redeliver"},
      {Method::get, "/forms", editor, to(f.submission_routes, &forms::SubmissionRoutes::list_forms), "listForms"},
      {Method::get, "/form-submissions", editor, to(f.submission_routes, &forms::SubmissionRoutes::list),
       "listFormSubmissions"},
      {Method::get, "/form-submissions/export", editor, to(f.submission_routes, &forms::SubmissionRoutes::export_file),
       "exportFormSubmissions"},
      {Method::get, "/form-submissions/:id", editor, to(f.submission_routes, &forms::SubmissionRoutes::get),
       "getFormSubmission"},
      {Method::delete_, "/form-submissions/:id", admin, to(f.submission_routes, &forms::SubmissionRoutes::remove),
       "deleteFormSubmission"},
      {Method::get, "/search", viewer, to(f.search_routes, &search::SearchRoutes::find), "search"},
      {Method::get, "/audit-log", admin, to(f.audit_routes, &audit::AuditRoutes::list), "listAuditLog"},
      {Method::get, "/audit-log/export", admin, to(f.audit_routes, &audit::AuditRoutes::export_file), "exportAuditLog"},
      {Method::get, "/components", viewer, to(f.component_routes, &components::ComponentRoutes::list),
       "listComponents"},
      {Method::get, "/components/:name", viewer, to(f.component_routes, &components::ComponentRoutes::get),
       "getComponent"},
      {Method::get, "/components/:name/upgrade", editor, to(f.upgrade_routes, &upgrades::UpgradeRoutes::get),
       "getComponentUpgrade"},
      {Method::get, "/design-tokens", viewer, to(f.token_routes, &tokens::TokenRoutes::get), "getDesignTokens"},
      {Method::put, "/design-tokens", admin, to(f.token_routes, &tokens::TokenRoutes::put), "replaceDesignTokens"},
      {Method::get, "/design-tokens/export", viewer, to(f.token_routes, &tokens::TokenRoutes::export_file),
       "exportDesignTokens"},
      {Method::post, "/design-tokens/import", admin, to(f.token_routes, &tokens::TokenRoutes::import_resolver),
       "importDesignTokens"},
      {Method::get, "/templates", viewer, to(f.template_routes, &templates::TemplateRoutes::list), "listTemplates"},
      {Method::get, "/templates/facets", viewer, to(f.template_routes, &templates::TemplateRoutes::facets),
       "countTemplateFacets"},
      {Method::get, "/templates/:id", viewer, to(f.template_routes, &templates::TemplateRoutes::get), "getTemplate"},
      {Method::post, "/templates", editor, to(f.template_routes, &templates::TemplateRoutes::create), "createTemplate"},
      {Method::put, "/templates/:id", editor, to(f.template_routes, &templates::TemplateRoutes::update),
       "updateTemplate"},
      {Method::delete_, "/templates/:id", editor, to(f.template_routes, &templates::TemplateRoutes::remove),
       "deleteTemplate"},
      {Method::post, "/templates/:id/install", editor, to(f.template_routes, &templates::TemplateRoutes::install),
       "installTemplate"},

      {Method::post, "/pages", editor, to(f.page_routes, &pages::PageRoutes::create), "createPage"},
      {Method::get, "/pages", viewer, to(f.page_routes, &pages::PageRoutes::list), "listPages"},
      {Method::get, "/pages/:id", viewer, to(f.page_routes, &pages::PageRoutes::get), "getPage"},
      {Method::put, "/pages/:id", editor, to(f.page_routes, &pages::PageRoutes::update), "updatePage"},
      {Method::post, "/pages/bulk-status", editor, to(f.page_routes, &pages::PageRoutes::change_status),
       "changeStatusOfPages"},
      {Method::post, "/pages/:id/duplicate", editor, to(f.page_routes, &pages::PageRoutes::duplicate), "duplicatePage"},
      {Method::put, "/pages/:id/owner", editor, to(f.page_routes, &pages::PageRoutes::change_owner), "changePageOwner"},
      {Method::delete_, "/pages/:id", admin, to(f.page_routes, &pages::PageRoutes::remove), "deletePage"},
      {Method::post, "/pages/:id/restore", admin, to(f.page_routes, &pages::PageRoutes::restore), "restorePage"},
      {Method::post, "/pages/:id/publish", admin, to(f.release_routes, &releases::ReleaseRoutes::publish),
       "publishPage"},
      {Method::get, "/pages/:id/preview", viewer, to(f.release_routes, &releases::ReleaseRoutes::preview),
       "previewPage"},
      {Method::get, "/pages/:id/versions", viewer, to(f.version_routes, &versions::VersionRoutes::list),
       "listVersions"},
      {Method::post, "/pages/:id/versions", editor, to(f.version_routes, &versions::VersionRoutes::save),
       "saveVersion"},
      {Method::get, "/pages/:id/versions/:number", viewer, to(f.version_routes, &versions::VersionRoutes::get),
       "getVersion"},
      {Method::get, "/pages/:id/versions/:number/diff/:other", viewer,
       to(f.version_routes, &versions::VersionRoutes::compare), "compareVersions"},
      {Method::post, "/pages/:id/versions/:number/restore", editor,
       to(f.version_routes, &versions::VersionRoutes::restore), "restoreVersion"},
      {Method::post, "/pages/:id/versions/:number/nodes/:node/restore", editor,
       to(f.node_routes, &versions::NodeRoutes::restore), "restoreNode"},
      {Method::get, "/pages/:id/nodes/:node/blame", viewer, to(f.node_routes, &versions::NodeRoutes::blame),
       "blameNode"},
      {Method::get, "/pages/:id/branches", viewer, to(f.branch_routes, &branches::BranchRoutes::list), "listBranches"},
      {Method::post, "/pages/:id/branches", editor, to(f.branch_routes, &branches::BranchRoutes::create),
       "createBranch"},
      {Method::get, "/pages/:id/branches/:branch", viewer, to(f.branch_routes, &branches::BranchRoutes::get),
       "getBranch"},
      {Method::patch, "/pages/:id/branches/:branch", editor, to(f.branch_routes, &branches::BranchRoutes::update),
       "updateBranch"},
      {Method::delete_, "/pages/:id/branches/:branch", editor, to(f.branch_routes, &branches::BranchRoutes::remove),
       "deleteBranch"},
      {Method::post, "/pages/:id/branches/:branch/merge", editor, to(f.merge_routes, &branches::MergeRoutes::merge),
       "mergeBranch"},
      {Method::get, "/pages/:id/tags", viewer, to(f.tag_routes, &versions::TagRoutes::list), "listTags"},
      {Method::put, "/pages/:id/tags/:tag", editor, to(f.tag_routes, &versions::TagRoutes::put), "setTag"},
      {Method::delete_, "/pages/:id/tags/:tag", editor, to(f.tag_routes, &versions::TagRoutes::remove), "deleteTag"},

      // Says who calls in its first message: a browser cannot set a WebSocket's headers.
      {Method::get, "/collaboration", anyone, to(f.collaboration_routes, &collaboration::CollaborationRoutes::open),
       "collaborate"},
  };
  for (http::Route& route : routes) route.pattern.insert(0, api::base_path);
  const api::Description& description = api::Description::of_program();
  routes = api::guarded(f.repeats.guarded(std::move(routes), description), description);
  f.permission_routes.know(routes);
  return routes;
}

std::vector<http::Route> Application::visitor_routes() {
  std::vector<http::Route> routes;
  for (const char* pattern : {"/", "/*"})
    routes.push_back({.method = http::Method::post,
                      .pattern = pattern,
                      .access = http::Access::anyone,
                      .handler = http::to(features_->reception, &forms::FormReception::receive),
                      .body = http::BodyType::form});
  return routes;
}

}  // namespace pagewright
