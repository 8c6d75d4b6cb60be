// Written by tools/generate-api-types.mjs from server/**/*_api.json and the routes. Change those, not this.
import type { JsonObject } from '../engine/json.ts';

export interface paths {
  "/api-tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the API tokens of all members */
    get: operations["listApiTokens"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api-tokens/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a member's API token */
    delete: operations["revokeApiToken"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/assets": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List assets */
    get: operations["listAssets"];
    put?: never;
    /** Upload a file */
    post: operations["uploadAsset"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/assets/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get an asset */
    get: operations["getAsset"];
    put?: never;
    post?: never;
    /** Delete an asset */
    delete: operations["deleteAsset"];
    options?: never;
    head?: never;
    /** Change name and descriptions of an asset */
    patch: operations["updateAsset"];
    trace?: never;
  };
  "/assets/{id}/usage": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where an asset is used */
    get: operations["listAssetUses"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/audit-log": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Search the audit log */
    get: operations["listAuditLog"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/audit-log/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The audit log as CSV */
    get: operations["exportAuditLog"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/api-tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Your API tokens */
    get: operations["listMyApiTokens"];
    put?: never;
    /** Make an API token */
    post: operations["createApiToken"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/api-tokens/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke one of your API tokens */
    delete: operations["revokeMyApiToken"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/first-run": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Is there an administrator yet? */
    get: operations["getFirstRun"];
    put?: never;
    /** Create the first administrator */
    post: operations["firstRun"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/invitation": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a link invites to */
    post: operations["getInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/invitation/accept": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Join an organisation by a link */
    post: operations["acceptInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/login": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in */
    post: operations["logIn"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/logout": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign out */
    post: operations["logOut"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/me": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who am I? */
    get: operations["getMe"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change your name or e-mail address */
    patch: operations["updateMe"];
    trace?: never;
  };
  "/auth/organization": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in to another of your organisations */
    post: operations["enterOrganization"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/organizations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The organisations that you may come in to */
    get: operations["listOrganizations"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change your password */
    put: operations["changePassword"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/password-reset": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for a link to a new password */
    post: operations["requestPasswordReset"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/password-reset/complete": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Choose a new password by a link */
    post: operations["resetPassword"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/permissions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What you may do */
    get: operations["getPermissions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/refresh": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new access token for the refresh cookie */
    post: operations["refresh"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where you are signed in */
    get: operations["listSessions"];
    put?: never;
    post?: never;
    /** End all of your sessions but this one */
    delete: operations["revokeOtherSessions"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/auth/sessions/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End one of your sessions */
    delete: operations["revokeSession"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/collaboration": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Edit a page together with others */
    get: operations["collaborate"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/component-gallery": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Public components of other organisations */
    get: operations["listGalleryComponents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/component-gallery/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A public component with all its parts */
    get: operations["getGalleryComponent"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/component-gallery/{id}/install": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Install a copy of a public component */
    post: operations["installGalleryComponent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/components": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All components, with all that an editor needs to render them */
    get: operations["listComponents"];
    put?: never;
    /** Make a component */
    post: operations["createComponent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/components/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Render a component alone */
    post: operations["previewComponent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/components/validate": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Check a component */
    post: operations["validateComponent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/components/{name}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One component */
    get: operations["getComponent"];
    put?: never;
    post?: never;
    /** Delete a component */
    delete: operations["deleteComponent"];
    options?: never;
    head?: never;
    /** Say who finds a component */
    patch: operations["updateComponent"];
    trace?: never;
  };
  "/components/{name}/restore": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Restore a component that was deleted */
    post: operations["restoreComponent"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/components/{name}/upgrade": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What an upgrade of the component would change: a dry run */
    get: operations["getComponentUpgrade"];
    put?: never;
    /** What a new version would change on pages: a dry run */
    post: operations["foretellComponentUpgrade"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/components/{name}/usage": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where a component stands */
    get: operations["getComponentUsage"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/components/{name}/versions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The versions of a component of the organisation */
    get: operations["listComponentVersions"];
    put?: never;
    /** Save a new version of a component */
    post: operations["addComponentVersion"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/components/{name}/versions/{version}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A component as it was in a version */
    get: operations["getComponentVersion"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/design-tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The organisation's design tokens */
    get: operations["getDesignTokens"];
    /** Replace the design tokens */
    put: operations["replaceDesignTokens"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/design-tokens/draft": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The draft of the design tokens */
    get: operations["getDesignTokenDraft"];
    /** Save the draft of the design tokens */
    put: operations["saveDesignTokenDraft"];
    post?: never;
    /** Give the draft of the design tokens up */
    delete: operations["deleteDesignTokenDraft"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/design-tokens/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The design tokens as a file */
    get: operations["exportDesignTokens"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/design-tokens/import": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Replace the design tokens by a resolver document */
    post: operations["importDesignTokens"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/design-tokens/publish": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Publish the draft of the design tokens */
    post: operations["publishDesignTokens"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/design-tokens/themes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The themes that come with the program */
    get: operations["listBuiltInThemes"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/design-tokens/versions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The versions of the design tokens */
    get: operations["listDesignTokenVersions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/design-tokens/versions/{number}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A version of the design tokens */
    get: operations["getDesignTokenVersion"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/design-tokens/versions/{number}/diff/{other}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What differs between two versions of the design tokens */
    get: operations["compareDesignTokenVersions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/design-tokens/versions/{number}/restore": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Restore a version of the design tokens */
    post: operations["restoreDesignTokenVersion"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/environments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All environments */
    get: operations["listEnvironments"];
    put?: never;
    /** Make an environment */
    post: operations["createEnvironment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/environments/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An environment */
    get: operations["getEnvironment"];
    put?: never;
    post?: never;
    /** Delete an environment */
    delete: operations["deleteEnvironment"];
    options?: never;
    head?: never;
    /** Change an environment */
    patch: operations["updateEnvironment"];
    trace?: never;
  };
  "/environments/{id}/pages": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what visitors of an environment see */
    get: operations["listShownPages"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/environments/{id}/visit": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Get in to an environment that is not public */
    post: operations["visitEnvironment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/form-submissions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what visitors sent */
    get: operations["listFormSubmissions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/form-submissions/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Download what visitors sent as CSV */
    get: operations["exportFormSubmissions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/form-submissions/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one submission */
    get: operations["getFormSubmission"];
    put?: never;
    post?: never;
    /** Delete a submission */
    delete: operations["deleteFormSubmission"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/forms": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the forms that visitors have sent */
    get: operations["listForms"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/invitations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the invitations that nobody has accepted yet */
    get: operations["listInvitations"];
    put?: never;
    /** Invite somebody by e-mail */
    post: operations["invite"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/invitations/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Withdraw an invitation */
    delete: operations["revokeInvitation"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/invitations/{id}/send": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send an invitation again */
    post: operations["sendInvitationAgain"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the organisation's jobs */
    get: operations["listJobs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a job */
    get: operations["getJob"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancel a job that waits, or a long one that runs */
    post: operations["cancelJob"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/retry": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try a job again that failed or was cancelled */
    post: operations["retryJob"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organization": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller's organisation */
    get: operations["getOrganization"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The organisation's pages */
    get: operations["listPages"];
    put?: never;
    /** Create a page */
    post: operations["createPage"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/bulk-status": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Archive several pages, or take them back */
    post: operations["changeStatusOfPages"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One page */
    get: operations["getPage"];
    /** Change a page */
    put: operations["updatePage"];
    post?: never;
    /** Delete a page */
    delete: operations["deletePage"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/access": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Open a page to everyone, or limit it */
    put: operations["setPageAccess"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/branches": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the branches of a page */
    get: operations["listBranches"];
    put?: never;
    /** Begin a branch */
    post: operations["createBranch"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/branches/{branch}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a branch */
    get: operations["getBranch"];
    put?: never;
    post?: never;
    /** Delete a branch */
    delete: operations["deleteBranch"];
    options?: never;
    head?: never;
    /** Rename or protect a branch */
    patch: operations["updateBranch"];
    trace?: never;
  };
  "/pages/{id}/branches/{branch}/merge": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Merge a branch into another */
    post: operations["mergeBranch"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/branches/{branch}/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Show a branch to reviewers */
    put: operations["openPreview"];
    post?: never;
    /** Close the preview of a branch */
    delete: operations["closePreview"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/duplicate": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Duplicate a page */
    post: operations["duplicatePage"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/grantees": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find whom a page can be shared with */
    get: operations["findGrantees"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/grants": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may do what with a page */
    get: operations["listGrants"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/grants/{grantee}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Share a page with a member or a team */
    put: operations["grantPage"];
    post?: never;
    /** Share a page with somebody no longer */
    delete: operations["revokeGrant"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/nodes/{node}/blame": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed a node last */
    get: operations["blameNode"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/owner": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Hand a page over to another member */
    put: operations["changePageOwner"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The page as it would be published */
    get: operations["previewPage"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/publish": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Publish a page */
    post: operations["publishPage"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/readers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may view a page */
    get: operations["findReaders"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/restore": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a page out of the trash */
    post: operations["restorePage"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/tags": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The tags of a page */
    get: operations["listTags"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/tags/{tag}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Give a tag to a version */
    put: operations["setTag"];
    post?: never;
    /** Take a tag away */
    delete: operations["deleteTag"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/team": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Give a page to a team */
    put: operations["setPageTeam"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/threads": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was said about a page and its parts */
    get: operations["listThreads"];
    put?: never;
    /** Comment on a page or a part of it */
    post: operations["beginThread"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/threads/{thread}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One conversation */
    get: operations["getThread"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Resolve a conversation, or open it again */
    patch: operations["resolveThread"];
    trace?: never;
  };
  "/pages/{id}/threads/{thread}/comments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Answer in a conversation */
    post: operations["addComment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/threads/{thread}/comments/{comment}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Delete a comment */
    delete: operations["deleteComment"];
    options?: never;
    head?: never;
    /** Change what you have written */
    patch: operations["editComment"];
    trace?: never;
  };
  "/pages/{id}/versions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page's versions, newest first */
    get: operations["listVersions"];
    put?: never;
    /** Save the page's state under a name */
    post: operations["saveVersion"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/versions/{number}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One version with its document */
    get: operations["getVersion"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/versions/{number}/diff/{other}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What differs between two versions */
    get: operations["compareVersions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/versions/{number}/nodes/{node}/restore": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make one node what it was in a version */
    post: operations["restoreNode"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/pages/{id}/versions/{number}/restore": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make the page what it was in a version */
    post: operations["restoreVersion"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/releases": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the releases */
    get: operations["listReleases"];
    put?: never;
    /** Publish several pages at once */
    post: operations["publishPages"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/releases/upcoming": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the releases that are not there yet */
    get: operations["listUpcomingReleases"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/releases/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a release */
    get: operations["getRelease"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/releases/{id}/promote": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Bring a release to another environment */
    post: operations["promoteRelease"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/releases/{id}/rollback": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Go back to a release */
    post: operations["rollBackRelease"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Search everything that has a name */
    get: operations["search"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/teams": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the organisation's teams */
    get: operations["listTeams"];
    put?: never;
    /** Make a team */
    post: operations["createTeam"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/teams/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a team */
    get: operations["getTeam"];
    put?: never;
    post?: never;
    /** Delete a team */
    delete: operations["deleteTeam"];
    options?: never;
    head?: never;
    /** Rename a team */
    patch: operations["updateTeam"];
    trace?: never;
  };
  "/teams/{id}/members": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List a team's members */
    get: operations["listTeamMembers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/teams/{id}/members/{user}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Put a member into a team */
    put: operations["addTeamMember"];
    post?: never;
    /** Take a member out of a team */
    delete: operations["removeTeamMember"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/templates": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find templates */
    get: operations["listTemplates"];
    put?: never;
    /** Make a template of a page */
    post: operations["createTemplate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/templates/facets": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count templates by category and tag */
    get: operations["countTemplateFacets"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/templates/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One template with its document */
    get: operations["getTemplate"];
    /** Change a template */
    put: operations["updateTemplate"];
    post?: never;
    /** Delete a template */
    delete: operations["deleteTemplate"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/templates/{id}/install": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new page from a template */
    post: operations["installTemplate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the organisation's members */
    get: operations["listUsers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a member */
    get: operations["getUser"];
    put?: never;
    post?: never;
    /** Remove a member */
    delete: operations["removeUser"];
    options?: never;
    head?: never;
    /** Change a member */
    patch: operations["updateUser"];
    trace?: never;
  };
  "/users/{id}/password-reset": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a member a link to a new password */
    post: operations["resetUserPassword"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the organisation's webhooks */
    get: operations["listWebhooks"];
    put?: never;
    /** Make a webhook */
    post: operations["createWebhook"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get a webhook */
    get: operations["getWebhook"];
    put?: never;
    post?: never;
    /** Delete a webhook */
    delete: operations["deleteWebhook"];
    options?: never;
    head?: never;
    /** Change a webhook */
    patch: operations["updateWebhook"];
    trace?: never;
  };
  "/webhooks/{id}/deliveries": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List what was sent to a webhook */
    get: operations["listDeliveries"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}/deliveries/{delivery}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get what was sent to a webhook, and what was answered */
    get: operations["getDelivery"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}/deliveries/{delivery}/redeliver": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a message again */
    post: operations["redeliver"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}/ping": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a message webhook.ping */
    post: operations["pingWebhook"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}/secret": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a webhook a new secret */
    post: operations["rotateWebhookSecret"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ApiToken: {
      id: string;
      name: string;
      /** @description How it begins. */
      prefix: string;
      scopes: string[];
      owner: {
        id: string;
        name: string;
        email: string;
      };
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string | null;
      /**
       * Format: date-time
       * @description To the minute.
       */
      lastUsedAt: string | null;
    };
    ApiTokenList: {
      items: components["schemas"]["ApiToken"][];
      total: number;
      limit: number;
      offset: number;
    };
    Asset: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @enum {unknown} */
      kind: "picture" | "video" | "document" | "font";
      /** @description Of what was uploaded. */
      mediaType: string;
      /** @description Of what was uploaded. */
      bytes: number;
      /** @description In pixels, upright; null where it has none. */
      width: number | null;
      height: number | null;
      /** @description What a picture shows, for those who cannot see it. */
      alt: string;
      description: string;
      /** @description Shows it: of a picture the largest variant. The same for ever. */
      url: string;
      /** @description Of a picture that does not move: the smallest first. */
      variants: components["schemas"]["AssetVariant"][];
      /** @description All variants, for the attribute of that name; empty where there are none. */
      srcset: string;
      /** Format: uuid */
      createdBy: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    AssetChange: {
      name?: string;
      alt?: string;
      description?: string;
    };
    AssetList: {
      items: components["schemas"]["Asset"][];
      total: number;
      limit: number;
      offset: number;
      nextCursor: string | null;
    };
    AssetUse: {
      /** @enum {unknown} */
      kind: "page" | "published" | "template";
      /**
       * Format: uuid
       * @description Of the page or the template.
       */
      id: string;
      name: string;
      /** @description Of a page. */
      branch?: string;
      /** @description Of what visitors see. */
      environment?: string;
      /** @description Of a page: the nodes that use it; none where its settings do. */
      nodes?: {
        id: string;
        component: string;
      }[];
    };
    AssetUseList: {
      items: components["schemas"]["AssetUse"][];
      total: number;
      limit: number;
      offset: number;
    };
    AssetVariant: {
      width: number;
      height: number;
      url: string;
      bytes: number;
    };
    AuditRecord: {
      /** Format: uuid */
      id: string;
      /** @description Its place in the organisation's log, from 1. */
      sequence: number;
      /** Format: date-time */
      createdAt: string;
      /** @description Null where nobody did it who is known: the program itself, or a stranger. */
      actor: null | {
        id: string;
        /** @description As the actor is called now. */
        name: string;
        email: string;
      };
      action: string;
      subjectId: string;
      /** @description How a page, member, team, environment or webhook is called now; null of anything else, and of what is gone. */
      subjectName: string | null;
      detail: JsonObject;
      /** @description SHA-256 of the row and of the hash before it. */
      hash: string;
    };
    AuditRecordList: {
      items: components["schemas"]["AuditRecord"][];
      total: number;
      limit: number;
      offset: number;
      /** @description Null on the last page. */
      nextCursor: string | null;
    };
    Blame: {
      node: string;
      author: {
        id: string;
        name: string;
      };
      /** Format: date-time */
      changedAt: string;
      /** @description What was done, as undo says it; null where only the version is known any more */
      label: string | null;
      /** @description The first version that has the change; null where none has it yet */
      version: components["schemas"]["Version"] | null;
    };
    Branch: {
      name: string;
      isMain: boolean;
      /** @description Changed, and merged into, by administrators only */
      isProtected: boolean;
      /** Format: date-time */
      createdAt: string;
      /** @description The version where it began; null for main */
      baseVersionId: string | null;
      /** @description Its last version, or the one where it began */
      headVersionId: string;
      headVersionNumber: number;
      /** @description Changes since that version */
      hasUnsavedChanges: boolean;
    };
    BranchList: {
      items: components["schemas"]["Branch"][];
      total: number;
      limit: number;
      offset: number;
    };
    BranchName: string;
    Comment: {
      /** Format: uuid */
      id: string;
      author: components["schemas"]["CommentPerson"];
      /** @description Plain text; <@id> stands for one of mentions. */
      body: string;
      mentions: components["schemas"]["CommentPerson"][];
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      editedAt: string | null;
    };
    CommentPerson: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    CommentThread: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      pageId: string;
      /** @description The part that it is about, by the name that it had when the conversation began; it may be gone. Null: the page. */
      node: null | {
        id: string;
        name: string;
      };
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Later with every change, also of the comments.
       */
      updatedAt: string;
      /** Format: date-time */
      resolvedAt: string | null;
      resolvedBy: null | components["schemas"]["CommentPerson"];
      /** @description The oldest first. */
      comments: components["schemas"]["Comment"][];
    };
    Component: {
      /** @description component.json: names, slots and the JSON Schema of the props. */
      definition: JsonObject;
      /** @description Liquid. */
      template: string;
      /** @description CSS. */
      style: string;
      /** @description What the template renders with {% render "<name>" %}: name to Liquid. Absent where there are none. */
      partials?: {
        [key: string]: string;
      };
      /** @description What previews show. */
      sample: JsonObject;
      /** @enum {unknown} */
      source: "built-in" | "custom";
      /** @description False: it is here because pages may have it. It was deleted, or it is somebody else's alone. */
      insertable: boolean;
      /**
       * Format: uuid
       * @description This, and what follows, of custom ones.
       */
      id?: string;
      /**
       * @description Who finds the component and may insert it: its owner, a team too, the organisation's members, or other organisations too.
       * @enum {unknown}
       */
      visibility?: "private" | "team" | "organization" | "public";
      /** @description With the visibility team: which one. */
      team?: components["schemas"]["ComponentAuthor"] | null;
      owner?: components["schemas"]["ComponentAuthor"];
      /** @description The id of the public component that it is a copy of. */
      installedFrom?: string | null;
      /** Format: date-time */
      createdAt?: string;
      /** Format: date-time */
      updatedAt?: string;
      /** Format: date-time */
      deletedAt?: string | null;
    };
    ComponentAuthor: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    ComponentDiagnostic: {
      /** @enum {unknown} */
      severity: "error" | "warning";
      /** @enum {unknown} */
      file: "definition" | "template" | "style" | "partial" | "sample";
      /** @description The partial's name, of faults in one. */
      partial?: string;
      /** @description From 1; null in a definition or sample that came as an object. */
      line: number | null;
      /** @description From 1, in characters. */
      column: number | null;
      /** @description In definition and sample: a JSON Pointer. */
      path?: string;
      message: string;
    };
    ComponentUpgrade: {
      component: string;
      to: string;
      items: components["schemas"]["UpgradePage"][];
      total: number;
      limit: number;
      offset: number;
    };
    ComponentVersion: {
      version: string;
      author: components["schemas"]["ComponentAuthor"];
      /** Format: date-time */
      createdAt: string;
    };
    /** @description What both sides of a merge have changed: docs/formats/merge.md. */
    Conflict: {
      id: string;
      kind: string;
      sentence: string;
      choices: string[];
      resolved: boolean;
    };
    /** @description By property; a value may be a token: {space.4}. */
    Declarations: {
      [key: string]: string;
    };
    Delivery: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      webhookId: string;
      /**
       * Format: uuid
       * @description The message's id, in its header webhook-id: the same when it is sent again.
       */
      eventId: string;
      eventType: string;
      /** @enum {unknown} */
      state: "waiting" | "delivered" | "failed" | "cancelled";
      attempts: number;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description The last attempt.
       */
      attemptedAt: string | null;
      /** @description Null where there was no answer. */
      responseStatus: number | null;
      durationMs: number | null;
      /** @description Why the last attempt failed; empty where it did not. */
      error: string;
    };
    DeliveryList: {
      items: components["schemas"]["Delivery"][];
      total: number;
      limit: number;
      offset: number;
    };
    DesignTokenDifference: {
      from: number;
      to: number;
      added: {
        path: string;
        /** @description null: of all themes. */
        theme: string | null;
        token?: JsonObject;
        before?: JsonObject;
        after?: JsonObject;
      }[];
      changed: {
        path: string;
        /** @description null: of all themes. */
        theme: string | null;
        token?: JsonObject;
        before?: JsonObject;
        after?: JsonObject;
      }[];
      removed: {
        path: string;
        /** @description null: of all themes. */
        theme: string | null;
        token?: JsonObject;
        before?: JsonObject;
        after?: JsonObject;
      }[];
    };
    DesignTokenDraft: {
      tokens: JsonObject;
      baseVersion: number;
      author: {
        /** Format: uuid */
        id: string;
        name: string;
      } | null;
      /** Format: date-time */
      updatedAt: string;
    };
    DesignTokenVersion: {
      number: number;
      message: string;
      /** @description null: the program, which brought the first one. */
      author: {
        /** Format: uuid */
        id: string;
        name: string;
      } | null;
      /** Format: date-time */
      createdAt: string;
      /** @description The version that it says the same as. */
      restoredFrom: number | null;
      /** @description A DTCG document. */
      tokens?: JsonObject;
    };
    DesignTokens: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description A DTCG document. */
      tokens: JsonObject;
      baseCss: string;
      /** @description Its number in the history. */
      version: number;
      /** Format: date-time */
      updatedAt: string;
    };
    Difference: {
      changes: JsonObject[];
      sentences: string[];
    };
    Environment: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @enum {string} */
      kind: "production" | "staging" | "custom" | "preview";
      /** @description Where visitors reach it, without a slash at the end. */
      baseUrl: string;
      /** @description Where it begins on the address that all environments share: empty, or such as /~staging. */
      path: string;
      /** @description Host names of its own, the main one first. */
      hosts: string[];
      /** @enum {string} */
      access: "public" | "password" | "members";
      hasPassword: boolean;
      /** @description Of the kind preview, what it shows. */
      preview: {
        /** Format: uuid */
        pageId: string;
        branch: string;
        /** Format: date-time */
        expiresAt: string;
      } | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    FieldError: {
      /** @description JSON Pointer into the request's body. */
      path: string;
      /** @example must be at most 255 characters, is 300 */
      message: string;
      /** @example too_long */
      code?: string;
    };
    Form: {
      /** Format: uuid */
      pageId: string;
      pageName: string;
      formId: string;
      /** @description As of its last submission. */
      formTitle: string;
      submissions: number;
      /** Format: date-time */
      lastAt: string;
    };
    FormAnswer: {
      /** @description The field's name; with several of one name the values stand in lines. */
      name: string;
      label: string;
      value: string;
    };
    FormList: {
      items: components["schemas"]["Form"][];
    };
    FormSubmission: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      pageId: string;
      /** Format: uuid */
      environmentId: string;
      /** @description The id of the form's node. */
      formId: string;
      formTitle: string;
      /** Format: date-time */
      createdAt: string;
      answers: components["schemas"]["FormAnswer"][];
    };
    FormSubmissionList: {
      items: components["schemas"]["FormSubmission"][];
      total: number;
      limit: number;
      offset: number;
    };
    GalleryComponent: {
      /** Format: uuid */
      id: string;
      name: string;
      displayName: string;
      description: string;
      category: string;
      version: string;
      /** @description The organisation's name. */
      publisher: string;
      installCount: number;
      /** Format: date-time */
      updatedAt: string;
    };
    Grant: {
      /** Format: uuid */
      id: string;
      /** @enum {unknown} */
      kind: "user" | "team";
      name: string;
      /** @description A user's. */
      email: string | null;
      /**
       * @description A user's, in the organisation.
       * @enum {unknown}
       */
      role: "viewer" | "editor" | "admin" | null;
      level: components["schemas"]["GrantLevel"];
      /** Format: date-time */
      createdAt: string;
    };
    /**
     * @description Each has those before it.
     * @enum {string}
     */
    GrantLevel: "view" | "edit" | "publish";
    Grantee: {
      /** Format: uuid */
      id: string;
      /** @enum {unknown} */
      kind: "user" | "team";
      name: string;
      /** @description A user's. */
      email: string | null;
      /**
       * @description A user's, in the organisation.
       * @enum {unknown}
       */
      role: "viewer" | "editor" | "admin" | null;
    };
    Invitation: {
      /** Format: uuid */
      id: string;
      email: string;
      role: components["schemas"]["Role"];
      /**
       * Format: uuid
       * @description A user.
       */
      invitedBy: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
    };
    InvitationList: {
      items: components["schemas"]["Invitation"][];
      total: number;
      limit: number;
      offset: number;
    };
    Job: {
      /** Format: uuid */
      id: string;
      /** @description What is to be done: mail.send, webhook.deliver */
      kind: string;
      /** @enum {unknown} */
      state: "waiting" | "running" | "done" | "failed" | "cancelled";
      /**
       * Format: date-time
       * @description When it is due
       */
      runAt: string;
      attempts: number;
      maxAttempts: number;
      /** @description Why the last attempt failed; empty where none did */
      lastError: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** @description Of a long job, once it has begun. */
      progress: components["schemas"]["JobProgress"] | null;
    };
    JobList: {
      items: components["schemas"]["Job"][];
      total: number;
      limit: number;
      offset: number;
    };
    JobProgress: {
      done: number;
      total: number;
      log: {
        /** Format: date-time */
        at: string;
        text: string;
      }[];
      /** @description What has come of it. */
      result: {
        /** Format: uuid */
        releaseId: string;
      } | null;
    };
    Member: {
      /** Format: uuid */
      id: string;
      email: string;
      name: string;
      role: components["schemas"]["Role"];
      isActive: boolean;
      /** @description Belongs to other organisations too. */
      isShared: boolean;
      /** Format: date-time */
      joinedAt: string;
      /** Format: date-time */
      lastSignInAt: string | null;
    };
    MemberList: {
      items: components["schemas"]["Member"][];
      total: number;
      limit: number;
      offset: number;
    };
    Merge: {
      from: string;
      into: string;
      /** @description The nearest versions that both branches stand on; several where branches were merged into each other crosswise */
      baseVersionIds: string[];
      difference: components["schemas"]["Difference"];
      conflicts: JsonObject[];
      /** @description The new version; null for a dry run, and where nothing was new */
      version: components["schemas"]["Version"] | null;
    };
    MovedRelease: {
      dryRun: boolean;
      release: components["schemas"]["Release"];
    };
    Node: {
      id: string;
      component: string;
      /** @description What its component knows nothing of. False or null says the same as absent. */
      settings?: {
        /** @description What its authors call it: 1 to 100 characters in one line. */
        name?: string | null;
        /** @description Editors keep it from being changed by accident. */
        locked?: boolean | null;
        /** @description Neither it nor what is below it is rendered. */
        hidden?: boolean | null;
      };
      props?: JsonObject;
      /** @description CSS declarations by breakpoint. */
      styles?: {
        base?: components["schemas"]["Declarations"];
        tablet?: components["schemas"]["Declarations"];
        mobile?: components["schemas"]["Declarations"];
      };
      /** @description By slot. */
      children?: {
        [key: string]: components["schemas"]["Node"][];
      };
    };
    Organization: {
      /** Format: uuid */
      id: string;
      name: string;
      slug: string;
    };
    OrganizationMembership: {
      organization: components["schemas"]["Organization"];
      role: components["schemas"]["Role"];
      /** @description You are signed in to this one. */
      isCurrent: boolean;
    };
    OwnOrganization: {
      /** Format: uuid */
      id: string;
      name: string;
      slug: string;
      /** @description How long this server keeps what people delete or send, before it is gone for good. */
      keptFor: {
        /** @description Pages in the trash, in days. */
        trashDays: number;
        /** @description Answers to forms, in days. */
        formSubmissionDays: number;
      };
    };
    Page: components["schemas"]["PageMembers"] & {
      structure: components["schemas"]["PageStructure"];
      layout: JsonObject;
    };
    /**
     * @description Who may what, beside the page's own people: open: everyone by their role; limited: everyone may view it; restricted: nobody.
     * @enum {string}
     */
    PageAccess: "open" | "limited" | "restricted";
    PageDocument: {
      components: components["schemas"]["Node"][];
      layout?: JsonObject;
    };
    /** @description All members of a page but structure and layout, or those of `fields`. */
    PageInList: {
      /** Format: uuid */
      id: string;
      name?: string;
      slug?: string;
      description?: string;
      metadata?: JsonObject;
      /** Format: uuid */
      organizationId?: string;
      /** Format: uuid */
      ownerId?: string;
      /** Format: uuid */
      teamId?: string | null;
      access?: components["schemas"]["PageAccess"];
      status?: components["schemas"]["PageStatus"];
      /** Format: uuid */
      currentVersionId?: string | null;
      latestVersionNumber?: number;
      /** Format: date-time */
      createdAt?: string;
      /** Format: date-time */
      updatedAt?: string;
      /** Format: date-time */
      deletedAt?: string | null;
      /** Format: date-time */
      publishedAt?: string | null;
      /** Format: uuid */
      publishedBy?: string | null;
    };
    PageMembers: {
      /** Format: uuid */
      id: string;
      name: string;
      slug: string;
      description: string;
      metadata: JsonObject;
      /** Format: uuid */
      organizationId: string;
      /** Format: uuid */
      ownerId: string;
      /** Format: uuid */
      teamId: string | null;
      access: components["schemas"]["PageAccess"];
      status: components["schemas"]["PageStatus"];
      /** Format: uuid */
      currentVersionId: string | null;
      latestVersionNumber: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
      /** Format: date-time */
      deletedAt: string | null;
      /** Format: date-time */
      publishedAt: string | null;
      /** Format: uuid */
      publishedBy: string | null;
    };
    PageSharing: {
      access: components["schemas"]["PageAccess"];
      owner: components["schemas"]["Grantee"];
      team: components["schemas"]["Grantee"] | null;
      items: components["schemas"]["Grant"][];
    };
    /** @enum {string} */
    PageStatus: "draft" | "published" | "archived";
    PageStructure: {
      components: components["schemas"]["Node"][];
    };
    PageSummary: components["schemas"]["PageMembers"];
    Permissions: {
      /** @enum {unknown} */
      role: "viewer" | "editor" | "admin";
      operations: {
        [key: string]: boolean;
      };
      scopes: {
        [key: string]: boolean;
      };
      /** @description Your rights to the page that you have named. */
      page?: {
        /** Format: uuid */
        id: string;
        view: boolean;
        edit: boolean;
        publish: boolean;
        manage: boolean;
      };
    };
    /** @description RFC 9457 problem details. */
    Problem: {
      /** @description https://pagewright.org/problems/ and the kind of the problem. */
      type: string;
      /** @description What did not happen. */
      title: string;
      status: number;
      /** @description Why, and what to do. */
      detail?: string;
      errors?: components["schemas"]["FieldError"][];
      /** @description What a merge could not put together. */
      conflicts?: components["schemas"]["Conflict"][];
      /** @description Where that is used which should have gone. */
      uses?: components["schemas"]["AssetUse"][];
    };
    Publication: {
      release: {
        /** Format: uuid */
        id: string;
        /** Format: uuid */
        environmentId: string;
        /** Format: date-time */
        createdAt: string;
        artifacts: {
          path: string;
          contentHash: string;
          size: number;
        }[];
      };
      page: components["schemas"]["Page"];
      url: string;
    };
    Release: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      environmentId: string;
      /** @enum {unknown} */
      kind: "publish" | "rollback" | "promotion" | "preview";
      message: string;
      /** @description The release that it goes back to, or whose pages it shows. */
      sourceId: string | null;
      author: {
        /** Format: uuid */
        id: string;
        name: string;
      };
      /** Format: date-time */
      createdAt: string;
      pages: components["schemas"]["ReleasedPage"][];
      counts: {
        shown: number;
        takenOff: number;
      };
      /** @description Whether visitors got its pages when they were asked for, right after the release. */
      health: {
        /** @enum {string} */
        state: "unchecked" | "healthy" | "failing";
        /** Format: date-time */
        checkedAt: string | null;
        pages: {
          path: string;
          status: number;
          /** @description It was there, with the bytes that were released. */
          ok: boolean;
        }[];
      };
      rollbackOnFailure: boolean;
      /** @description false: it is older than what is kept. */
      canRollBack: boolean;
      /** @description What was done for it. */
      log: {
        /** Format: date-time */
        at: string;
        text: string;
      }[];
    };
    ReleaseList: {
      items: components["schemas"]["Release"][];
      total: number;
      limit: number;
      offset: number;
    };
    ReleasedPage: {
      /** Format: uuid */
      pageId: string;
      pageName: string;
      /** @description False: the release took the page off. */
      isShown: boolean;
      path: string | null;
      versionNumber: number | null;
      /** @description SHA-256 of the page's bytes. */
      contentHash: string | null;
    };
    /**
     * @description Each role may all that the roles before it may.
     * @enum {unknown}
     */
    Role: "viewer" | "editor" | "admin";
    ScheduledRelease: {
      /** Format: uuid */
      jobId: string;
      /** Format: date-time */
      publishAt: string;
    };
    SearchHit: {
      /** @enum {unknown} */
      kind: "page" | "template" | "component" | "member";
      /** @description In its own resource; a component's name. */
      id: string;
      title: string;
      /** @description A page's address, a description, a member's e-mail address. */
      detail: string;
    };
    SearchResult: {
      items: components["schemas"]["SearchHit"][];
      totals: {
        page: number;
        template: number;
        component: number;
        /** @description Only for administrators. */
        member?: number;
      };
    };
    SentInvitation: {
      invitation: components["schemas"]["Invitation"];
      /** @description To pass on, where the server sends no e-mail; otherwise null. */
      link: string | null;
    };
    Session: {
      /** Format: uuid */
      id: string;
      /** @description Told by the browser. */
      device: string;
      /** @description The address without its last part. */
      network: string;
      isCurrent: boolean;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastUsedAt: string;
      /** Format: date-time */
      expiresAt: string;
    };
    ShownPage: {
      /** Format: uuid */
      pageId: string;
      pageName: string;
      path: string;
      versionNumber: number;
      contentHash: string;
      /** Format: uuid */
      releaseId: string;
      /** @description The page was changed since, its name, description, slug or wish to be the home page, the version of a component that it has, or the design tokens. */
      hasChanges: boolean;
      /** @description The design tokens were published anew since. */
      hasNewDesign: boolean;
    };
    ShownPageList: {
      items: components["schemas"]["ShownPage"][];
    };
    SignIn: {
      accessToken: string;
      /** @constant */
      tokenType: "Bearer";
      /** @description Seconds. */
      expiresIn: number;
      user: components["schemas"]["User"];
    };
    Tag: {
      name: string;
      versionId: string;
      versionNumber: number;
      /** Format: date-time */
      createdAt: string;
    };
    TagList: {
      items: components["schemas"]["Tag"][];
      total: number;
      limit: number;
      offset: number;
    };
    Team: {
      /** Format: uuid */
      id: string;
      name: string;
      members: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    TeamList: {
      items: components["schemas"]["Team"][];
      total: number;
      limit: number;
      offset: number;
    };
    TeamMember: {
      /** Format: uuid */
      id: string;
      name: string;
      email: string;
      /** Format: date-time */
      addedAt: string;
    };
    TeamMemberList: {
      items: components["schemas"]["TeamMember"][];
      total: number;
      limit: number;
      offset: number;
    };
    Template: {
      id: string;
      name: string;
      displayName: string;
      description: string;
      category: string;
      tags: string[];
      /** @enum {unknown} */
      source: "built-in" | "organization" | "marketplace";
      /** @description The organisation that made it. */
      publisher: string | null;
      isPublic: boolean;
      /** @description How often it was installed; not counted for those of the program. */
      installCount: number | null;
      /** @description Who made it, for members of the same organisation. */
      author: {
        id: string;
        name: string;
      } | null;
      /** Format: date-time */
      createdAt: string | null;
      /** Format: date-time */
      updatedAt: string | null;
      document: components["schemas"]["PageDocument"];
    };
    TemplateFacet: {
      name: string;
      count: number;
    };
    TemplateList: {
      items: components["schemas"]["TemplateSummary"][];
      total: number;
      limit: number;
      offset: number;
    };
    TemplateSummary: {
      id: string;
      name: string;
      displayName: string;
      description: string;
      category: string;
      tags: string[];
      /** @enum {unknown} */
      source: "built-in" | "organization" | "marketplace";
      /** @description The organisation that made it. */
      publisher: string | null;
      isPublic: boolean;
      /** @description How often it was installed; not counted for those of the program. */
      installCount: number | null;
      /** @description Who made it, for members of the same organisation. */
      author: {
        id: string;
        name: string;
      } | null;
      /** Format: date-time */
      createdAt: string | null;
      /** Format: date-time */
      updatedAt: string | null;
    };
    UpcomingRelease: {
      /** Format: uuid */
      jobId: string;
      /** Format: uuid */
      environmentId: string;
      /** @enum {unknown} */
      state: "waiting" | "running" | "failed";
      /**
       * Format: date-time
       * @description When it is due; after a passing fault, when it is tried again.
       */
      publishAt: string;
      /** Format: date-time */
      createdAt: string;
      author: {
        /** Format: uuid */
        id: string;
        name: string;
      };
      message: string;
      rollbackOnFailure: boolean;
      /** @description Null: the pages that were changed by then. */
      pageCount: number | null;
      /** @description The first 20 of them that you may view. */
      pages: {
        /** Format: uuid */
        pageId: string;
        pageName: string;
      }[];
      /** @description Null until it begins. */
      progress: {
        done: number;
        total: number;
      } | null;
      /** @description Why it failed, or its last attempt did. For administrators; otherwise empty. */
      fault: string;
    };
    UpcomingReleaseList: {
      items: components["schemas"]["UpcomingRelease"][];
    };
    UpgradeNode: {
      id: string;
      component: string;
      from: string;
      to: string;
      before: JsonObject;
      after: JsonObject;
      faults: {
        path: string;
        message: string;
      }[];
    };
    UpgradePage: {
      /** Format: uuid */
      id: string;
      name: string;
      slug: string;
      from: string;
      nodes: components["schemas"]["UpgradeNode"][];
      /** @description Why the page can't be read. */
      fault?: string;
    };
    User: {
      /** Format: uuid */
      id: string;
      email: string;
      name: string;
      role: components["schemas"]["Role"];
      organization: components["schemas"]["Organization"];
    };
    Version: components["schemas"]["VersionMembers"];
    VersionMembers: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      pageId: string;
      versionNumber: number;
      branch: string;
      message: string;
      author: {
        id: string;
        name: string;
      } | null;
      isPublished: boolean;
      /** @description Nobody asked for it: it may be thinned out. */
      isAutomatic: boolean;
      /** Format: date-time */
      createdAt: string;
      /** @description The id of the version before it, and of the one that was merged into it. */
      parents: string[];
      tags: string[];
    };
    VersionWithDocument: components["schemas"]["VersionMembers"] & {
      document: components["schemas"]["PageDocument"];
    };
    Webhook: {
      /** Format: uuid */
      id: string;
      url: string;
      description: string;
      events: string[];
      isActive: boolean;
      /** @description Why the server made it inactive; otherwise empty. */
      disabledReason: string;
      /**
       * Format: date-time
       * @description No message has arrived since; null where the last one did.
       */
      failingSince: string | null;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    WebhookList: {
      items: components["schemas"]["Webhook"][];
      total: number;
      limit: number;
      offset: number;
    };
    WebhookWithSecret: {
      webhook: components["schemas"]["Webhook"];
      /** @description What messages are signed with. */
      secret: string;
    };
    WholeComponentVersion: {
      definition: JsonObject;
      template: string;
      style: string;
      partials?: {
        [key: string]: string;
      };
      sample: JsonObject;
      version: string;
      author: components["schemas"]["ComponentAuthor"];
      /** Format: date-time */
      createdAt: string;
    };
    WholeDelivery: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      webhookId: string;
      /**
       * Format: uuid
       * @description The message's id, in its header webhook-id: the same when it is sent again.
       */
      eventId: string;
      eventType: string;
      /** @enum {unknown} */
      state: "waiting" | "delivered" | "failed" | "cancelled";
      attempts: number;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description The last attempt.
       */
      attemptedAt: string | null;
      /** @description Null where there was no answer. */
      responseStatus: number | null;
      durationMs: number | null;
      /** @description Why the last attempt failed; empty where it did not. */
      error: string;
      /** @description What is sent: id, type, occurredAt, organizationId, data. */
      body: JsonObject;
      /** @description The beginning of the answer's body, at most 1000 bytes. */
      response: string;
    };
    WholeGalleryComponent: {
      /** Format: uuid */
      id: string;
      name: string;
      displayName: string;
      description: string;
      category: string;
      version: string;
      /** @description The organisation's name. */
      publisher: string;
      installCount: number;
      /** Format: date-time */
      updatedAt: string;
      definition: JsonObject;
      template: string;
      style: string;
      partials?: {
        [key: string]: string;
      };
      sample: JsonObject;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listApiTokens: {
    parameters: {
      query?: {
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiTokenList"];
        };
      };
    };
  };
  revokeApiToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is revoked. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listAssets: {
    parameters: {
      query?: {
        /** @description In name, alternative text and description. */
        search?: string;
        kind?: "picture" | "video" | "document" | "font";
        limit?: number;
        offset?: number;
        /** @description nextCursor of the part before, in place of the offset. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A part of the list. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AssetList"];
        };
      };
    };
  };
  uploadAsset: {
    parameters: {
      query?: {
        /** @description What the file is called. */
        name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The file's bytes. */
    requestBody: {
      content: {
        "application/octet-stream": unknown;
      };
    };
    responses: {
      /** @description The organisation has these bytes already, as this asset. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Asset"];
        };
      };
      /** @description The new asset. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Asset"];
        };
      };
    };
  };
  getAsset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The asset. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Asset"];
        };
      };
    };
  };
  deleteAsset: {
    parameters: {
      query?: {
        /** @description Also where it is used. */
        force?: boolean;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateAsset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AssetChange"];
      };
    };
    responses: {
      /** @description The asset. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Asset"];
        };
      };
    };
  };
  listAssetUses: {
    parameters: {
      query?: {
        limit?: number;
        offset?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A part of the list. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AssetUseList"];
        };
      };
    };
  };
  listAuditLog: {
    parameters: {
      query?: {
        /** @description Id or e-mail address of whoever did it. */
        actor?: string;
        /** @description One action, or page.* for all that begin so. */
        action?: string;
        /** @description The id of what it was done to. */
        subject?: string;
        /** @description A time, or a day. */
        from?: string;
        /** @description A time, or a day: what was before it. */
        until?: string;
        /** @description nextCursor of the page before. */
        cursor?: number;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of what was found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditRecordList"];
        };
      };
    };
  };
  exportAuditLog: {
    parameters: {
      query?: {
        actor?: string;
        action?: string;
        subject?: string;
        from?: string;
        until?: string;
        cursor?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file, with a line of names. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
    };
  };
  listMyApiTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["ApiToken"][];
          };
        };
      };
    };
  };
  createApiToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description What it is for. */
          name: string;
          /** @description Each operation says which one it needs; GET /auth/permissions names all. */
          scopes: string[];
          /**
           * Format: date-time
           * @description Without it, it does not expire.
           */
          expiresAt?: string;
        };
      };
    };
    responses: {
      /** @description The API token, and its text, which is not shown again. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            apiToken: components["schemas"]["ApiToken"];
            token: string;
          };
        };
      };
    };
  };
  revokeMyApiToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is revoked. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getFirstRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description firstRun is true while there is none. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            firstRun: boolean;
          };
        };
      };
    };
  };
  firstRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description The one-time token that the terminal prints. */
          token: string;
          email: string;
          password: string;
          name?: string;
        };
      };
    };
    responses: {
      /** @description Signed in. Sets the cookie pagewright_refresh. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SignIn"];
        };
      };
    };
  };
  getInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          token: string;
        };
      };
    };
    responses: {
      /** @description The offer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Its name. */
            organization: string;
            email: string;
            role: components["schemas"]["Role"];
            /** @description Join with the password of that account; otherwise choose one. */
            hasAccount: boolean;
          };
        };
      };
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          token: string;
          name?: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Signed in. Sets the cookie pagewright_refresh. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SignIn"];
        };
      };
    };
  };
  logIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          email: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Signed in. Sets the cookie pagewright_refresh. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SignIn"];
        };
      };
    };
  };
  logOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session is revoked. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
    };
  };
  updateMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name?: string;
          email?: string;
          currentPassword?: string;
        };
      };
    };
    responses: {
      /** @description You. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
    };
  };
  enterOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          organizationId: string;
        };
      };
    };
    responses: {
      /** @description Signed in. Sets the cookie pagewright_refresh. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SignIn"];
        };
      };
    };
  };
  listOrganizations: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["OrganizationMembership"][];
          };
        };
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          currentPassword: string;
          newPassword: string;
        };
      };
    };
    responses: {
      /** @description It is changed. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  requestPasswordReset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          email: string;
        };
      };
    };
    responses: {
      /** @description If the address is somebody's, a link is on its way to it. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  resetPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          token: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description It is changed: sign in. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getPermissions: {
    parameters: {
      query?: {
        /** @description The id of a page: what you may do with that one, in place of what your role would let you do with one that is open to everyone. */
        page?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By the names of operations and scopes. A scope is true where it opens at least one operation to you. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Permissions"];
        };
      };
    };
  };
  refresh: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Signed in. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SignIn"];
        };
      };
    };
  };
  listSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["Session"][];
          };
        };
      };
    };
  };
  revokeOtherSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They have ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  revokeSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It has ended. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  collaborate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The connection speaks WebSocket. */
      101: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listGalleryComponents: {
    parameters: {
      query?: {
        /** @description A part of its texts; case and accents don't count. */
        search?: string;
        category?: "layout" | "content" | "form" | "media" | "data";
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["GalleryComponent"][];
            total: number;
            limit: number;
            offset: number;
          };
        };
      };
    };
  };
  getGalleryComponent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The component. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WholeGalleryComponent"];
        };
      };
    };
  };
  installGalleryComponent: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The copy. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Component"];
        };
      };
    };
  };
  listComponents: {
    parameters: {
      query?: {
        /** @description Those of the program, or the organisation's own. */
        source?: "built-in" | "custom";
        category?: "layout" | "content" | "form" | "media" | "data";
        /** @description A part of the name, display name, description, category or a keyword; case and accents don't count. */
        search?: string;
        /** @description Of the organisation's own. */
        visibility?: "private" | "team" | "organization" | "public";
        /** @description Those that were deleted, in place of the others. */
        trash?: boolean;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The components. ETag names this set of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Names the versions of all components here; only without parameters. */
            library?: string;
            items: components["schemas"]["Component"][];
            total?: number;
            limit?: number;
            offset?: number;
          };
        };
      };
      /** @description Those that If-None-Match names. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createComponent: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description component.json, as an object, or as the text of one: then it is kept as it is written, and faults name its lines. */
          definition: JsonObject | string;
          /** @description Liquid. */
          template: string;
          /** @description CSS; none where it is missing. */
          style?: string;
          /** @description What the template renders with {% render "<name>" %}: name to Liquid. */
          partials?: {
            [key: string]: string;
          };
          /** @description {"props", "children"}: what previews show; nothing but the defaults where it is missing. */
          sample?: JsonObject | string;
          /**
           * @description Who finds the component and may insert it: its owner, a team too (with teamId), the organisation's members, or other organisations too.
           * @default organization
           * @enum {unknown}
           */
          visibility?: "private" | "team" | "organization" | "public";
          /**
           * Format: uuid
           * @description With the visibility team: which one it is for.
           */
          teamId?: string;
        };
      };
    };
    responses: {
      /** @description The new component, which open editors have from now on. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Component"];
        };
      };
    };
  };
  previewComponent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description component.json, as an object, or as the text of one: then it is kept as it is written, and faults name its lines. */
          definition?: JsonObject | string;
          /** @description Liquid. */
          template?: string;
          /** @description CSS; none where it is missing. */
          style?: string;
          /** @description What the template renders with {% render "<name>" %}: name to Liquid. */
          partials?: {
            [key: string]: string;
          };
          /** @description {"props", "children"}: what previews show; nothing but the defaults where it is missing. */
          sample?: JsonObject | string;
          name?: string;
          version?: string;
          /** @description In place of the sample's. */
          props?: JsonObject;
          /** @description In place of the sample's. */
          children?: JsonObject;
        };
      };
    };
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            html: string;
          };
        };
      };
    };
  };
  validateComponent: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description component.json, as an object, or as the text of one: then it is kept as it is written, and faults name its lines. */
          definition: JsonObject | string;
          /** @description Liquid. */
          template: string;
          /** @description CSS; none where it is missing. */
          style?: string;
          /** @description What the template renders with {% render "<name>" %}: name to Liquid. */
          partials?: {
            [key: string]: string;
          };
          /** @description {"props", "children"}: what previews show; nothing but the defaults where it is missing. */
          sample?: JsonObject | string;
        };
      };
    };
    responses: {
      /** @description What was found; nothing: it is as it should be. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description No diagnostic is an error. */
            isValid: boolean;
            diagnostics: components["schemas"]["ComponentDiagnostic"][];
          };
        };
      };
    };
  };
  getComponent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The component's name: card. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The component, in its present version. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Component"];
        };
      };
      /** @description As If-None-Match names it. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  deleteComponent: {
    parameters: {
      query?: {
        /** @description Also where pages have it. */
        force?: boolean;
      };
      header?: never;
      path: {
        /** @description The component's name: card. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateComponent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The component's name: card. */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /**
           * @description Who finds the component and may insert it: its owner, a team too (with teamId), the organisation's members, or other organisations too.
           * @enum {unknown}
           */
          visibility: "private" | "team" | "organization" | "public";
          /**
           * Format: uuid
           * @description With the visibility team: which one it is for.
           */
          teamId?: string;
        };
      };
    };
    responses: {
      /** @description The component. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Component"];
        };
      };
    };
  };
  restoreComponent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The component's name: card. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The component. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Component"];
        };
      };
    };
  };
  getComponentUpgrade: {
    parameters: {
      query?: {
        /** @description The version to upgrade to: that of the library. */
        to?: string;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path: {
        /** @description The component's name. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The affected pages. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ComponentUpgrade"];
        };
      };
    };
  };
  foretellComponentUpgrade: {
    parameters: {
      query?: {
        limit?: number;
        offset?: number;
      };
      header?: never;
      path: {
        /** @description The component's name: card. */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description component.json, as an object, or as the text of one: then it is kept as it is written, and faults name its lines. */
          definition: JsonObject | string;
          /** @description Liquid. */
          template: string;
          /** @description CSS; none where it is missing. */
          style?: string;
          /** @description What the template renders with {% render "<name>" %}: name to Liquid. */
          partials?: {
            [key: string]: string;
          };
          /** @description {"props", "children"}: what previews show; nothing but the defaults where it is missing. */
          sample?: JsonObject | string;
        };
      };
    };
    responses: {
      /** @description The affected pages. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ComponentUpgrade"];
        };
      };
    };
  };
  getComponentUsage: {
    parameters: {
      query?: {
        limit?: number;
        offset?: number;
      };
      header?: never;
      path: {
        /** @description The component's name: card. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The pages. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            component: string;
            /** @description How often on all of them. */
            usageCount: number;
            items: {
              /** Format: uuid */
              pageId: string;
              pageName: string;
              slug: string;
              branch: string;
              /** @description With which the branch was last written; empty where that is not known */
              version: string;
              nodes: number;
            }[];
            total: number;
            limit: number;
            offset: number;
          };
        };
      };
    };
  };
  listComponentVersions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The component's name: card. */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them, the newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["ComponentVersion"][];
            total: number;
          };
        };
      };
    };
  };
  addComponentVersion: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path: {
        /** @description The component's name: card. */
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description component.json, as an object, or as the text of one: then it is kept as it is written, and faults name its lines. */
          definition: JsonObject | string;
          /** @description Liquid. */
          template: string;
          /** @description CSS; none where it is missing. */
          style?: string;
          /** @description What the template renders with {% render "<name>" %}: name to Liquid. */
          partials?: {
            [key: string]: string;
          };
          /** @description {"props", "children"}: what previews show; nothing but the defaults where it is missing. */
          sample?: JsonObject | string;
          /** @description The version that was changed: the present one. */
          base: string;
        };
      };
    };
    responses: {
      /** @description The component. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Component"];
        };
      };
    };
  };
  getComponentVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The component's name: card. */
        name: string;
        /** @description 1.0.0 */
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The version, which never changes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WholeComponentVersion"];
        };
      };
      /** @description As If-None-Match names it. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getDesignTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The tokens. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DesignTokens"];
        };
      };
    };
  };
  replaceDesignTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description A DTCG document. Kept as written. */
          tokens: JsonObject;
          readonly id?: unknown;
          readonly name?: unknown;
          readonly baseCss?: unknown;
          readonly updatedAt?: unknown;
          readonly version?: unknown;
        };
      };
    };
    responses: {
      /** @description The tokens as they are now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DesignTokens"];
        };
      };
    };
  };
  getDesignTokenDraft: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The draft. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DesignTokenDraft"];
        };
      };
    };
  };
  saveDesignTokenDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description The draft's ETag, as you have read it. */
        "If-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description A DTCG document. */
          tokens: JsonObject;
          /** @description The version that it began with. Without it: as before, of a new draft the present one. */
          baseVersion?: number;
          readonly author?: unknown;
          readonly updatedAt?: unknown;
        };
      };
    };
    responses: {
      /** @description The draft. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DesignTokenDraft"];
        };
      };
    };
  };
  deleteDesignTokenDraft: {
    parameters: {
      query?: never;
      header?: {
        /** @description The draft's ETag, as you have read it. */
        "If-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  exportDesignTokens: {
    parameters: {
      query?: {
        /** @description What each of them holds: docs/formats/tokens.md, Exports. */
        format?: "css" | "scss" | "json" | "json-nested" | "tailwind" | "tailwind-config" | "dtcg";
        /** @description One of the tokens' themes; none for dtcg, which holds all. */
        theme?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file, as an attachment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "*/*": string;
        };
      };
    };
  };
  importDesignTokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description A DTCG resolver document. */
          resolver: JsonObject;
          /** @description The documents that it refers to, by name. */
          files?: JsonObject;
          /** @description Contexts by modifier. */
          inputs?: JsonObject;
          /** @description The modifier that becomes the themes. */
          themes?: string;
        };
      };
    };
    responses: {
      /** @description The tokens as they are now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DesignTokens"];
        };
      };
    };
  };
  publishDesignTokens: {
    parameters: {
      query?: never;
      header?: {
        /** @description The draft's ETag, as you have read it. */
        "If-Match"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** @description What changed, for those who read the history. */
          message?: string;
        } | null;
      };
    };
    responses: {
      /** @description The version. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DesignTokenVersion"];
        };
      };
    };
  };
  listBuiltInThemes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The themes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: {
              name: string;
              displayName: string;
              description: string;
              /** @description A DTCG document. */
              tokens: JsonObject;
            }[];
          };
        };
      };
    };
  };
  listDesignTokenVersions: {
    parameters: {
      query?: {
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A part of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["DesignTokenVersion"][];
            total: number;
            limit: number;
            offset: number;
          };
        };
      };
    };
  };
  getDesignTokenVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The version with its tokens. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DesignTokenVersion"];
        };
      };
    };
  };
  compareDesignTokenVersions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
        other: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the second has otherwise than the first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DesignTokenDifference"];
        };
      };
    };
  };
  restoreDesignTokenVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** @description What changed, for those who read the history. */
          message?: string;
        } | null;
      };
    };
    responses: {
      /** @description The new version. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DesignTokenVersion"];
        };
      };
    };
  };
  listEnvironments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where pages can be published: Production first, then Staging, then the others by name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["Environment"][];
          };
        };
      };
    };
  };
  createEnvironment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name: string;
          /** @description Host names that lead to this environment, the main one first. Each belongs to one environment of the installation. */
          hosts?: string[];
          /** @description Where it is reached, without a slash at the end; null: as its first host name or its path gives it. */
          baseUrl?: string | null;
          /**
           * @description Who may see it: everyone, who knows the password, or members of the organisation.
           * @enum {string}
           */
          access?: "public" | "password" | "members";
          /** @description For the access "password"; it is not shown again. A new one ends the visits that the former one opened. */
          password?: string;
        };
      };
    };
    responses: {
      /** @description The environment. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Environment"];
        };
      };
    };
  };
  getEnvironment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The environment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Environment"];
        };
      };
    };
  };
  deleteEnvironment: {
    parameters: {
      query?: {
        /** @description delete: also where it shows pages, or visitors sent forms there, which are then deleted with it. */
        contents?: "keep" | "delete";
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateEnvironment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name?: string;
          /** @description Host names that lead to this environment, the main one first. Each belongs to one environment of the installation. */
          hosts?: string[];
          /** @description Where it is reached, without a slash at the end; null: as its first host name or its path gives it. */
          baseUrl?: string | null;
          /**
           * @description Who may see it: everyone, who knows the password, or members of the organisation.
           * @enum {string}
           */
          access?: "public" | "password" | "members";
          /** @description For the access "password"; it is not shown again. A new one ends the visits that the former one opened. */
          password?: string;
        };
      };
    };
    responses: {
      /** @description The environment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Environment"];
        };
      };
    };
  };
  listShownPages: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By address. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ShownPageList"];
        };
      };
    };
  };
  visitEnvironment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** @description Of the page to see: /about. Without it, the home page. */
          path?: string;
        } | null;
      };
    };
    responses: {
      /** @description The link. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            url: string;
            /** Format: date-time */
            expiresAt: string;
          };
        };
      };
    };
  };
  listFormSubmissions: {
    parameters: {
      query?: {
        /** @description Only of this page. */
        pageId?: string;
        /** @description Only of this form: the id of its node. */
        formId?: string;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["FormSubmissionList"];
        };
      };
    };
  };
  exportFormSubmissions: {
    parameters: {
      query?: {
        /** @description Only of this page. */
        pageId?: string;
        /** @description Only of this form: the id of its node. */
        formId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file, with a line of names. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
    };
  };
  getFormSubmission: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The submission. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["FormSubmission"];
        };
      };
    };
  };
  deleteFormSubmission: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listForms: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The one with the newest submission first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["FormList"];
        };
      };
    };
  };
  listInvitations: {
    parameters: {
      query?: {
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["InvitationList"];
        };
      };
    };
  };
  invite: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          email: string;
          role: components["schemas"]["Role"];
        };
      };
    };
    responses: {
      /** @description The invitation. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SentInvitation"];
        };
      };
    };
  };
  revokeInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its link is void. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  sendInvitationAgain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invitation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SentInvitation"];
        };
      };
    };
  };
  listJobs: {
    parameters: {
      query?: {
        state?: "waiting" | "running" | "done" | "failed" | "cancelled";
        kind?: string;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The jobs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobList"];
        };
      };
    };
  };
  getJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
    };
  };
  cancelJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job, cancelled */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
    };
  };
  retryJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job, waiting */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
    };
  };
  getOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The organisation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["OwnOrganization"];
        };
      };
    };
  };
  listPages: {
    parameters: {
      query?: {
        status?: components["schemas"]["PageStatus"];
        /** @description Words of name, slug or description. */
        search?: string;
        /** @description The id of their owner, or me. */
        owner?: string;
        /** @description The id of the team that they belong to. */
        team?: string;
        /** @description A time, or a day: what has changed since. */
        updatedSince?: string;
        /** @description True: what is in the trash, in place of what is not. */
        trash?: boolean;
        /** @description A - before it: descending. deletedAt only in the trash. Where it is absent: -updatedAt, in the trash -deletedAt. */
        sort?: "updatedAt" | "-updatedAt" | "createdAt" | "-createdAt" | "name" | "-name" | "deletedAt" | "-deletedAt";
        /** @description Only these members of each page, with commas between them, and its id. */
        fields?: ("id" | "name" | "slug" | "description" | "metadata" | "organizationId" | "ownerId" | "teamId" | "access" | "status" | "currentVersionId" | "latestVersionNumber" | "createdAt" | "updatedAt" | "deletedAt" | "publishedAt" | "publishedBy")[];
        /** @description nextCursor of the part before, with the same sort: pages that are added meanwhile move nothing. In place of offset. */
        cursor?: string;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The pages, without structure and layout. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["PageInList"][];
            total: number;
            limit: number;
            offset: number;
            /** @description Null at the end. */
            nextCursor: string | null;
          };
        };
      };
    };
  };
  createPage: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name: string;
          /** @description Made from the name where it is missing. */
          slug?: string;
          description?: string;
          /** @description At most 64 KiB of JSON. */
          metadata?: JsonObject;
          /** @description {"components": [Node]}; what is wrong in it is named by its place. */
          structure?: JsonObject;
          /** @description The page's settings: title and others. */
          layout?: JsonObject;
          /** @description A template to begin with. */
          templateId?: string;
          readonly id?: unknown;
          readonly organizationId?: unknown;
          readonly ownerId?: unknown;
          readonly teamId?: unknown;
          readonly access?: unknown;
          readonly currentVersionId?: unknown;
          readonly latestVersionNumber?: unknown;
          readonly createdAt?: unknown;
          readonly updatedAt?: unknown;
          readonly deletedAt?: unknown;
          readonly publishedAt?: unknown;
          readonly publishedBy?: unknown;
        };
      };
    };
    responses: {
      /** @description The new page. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page"];
        };
      };
    };
  };
  changeStatusOfPages: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          ids: string[];
          /** @enum {string} */
          status: "draft" | "archived";
        };
      };
    };
    responses: {
      /** @description The pages as they are now, in that order, without structure and layout. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["PageSummary"][];
          };
        };
      };
    };
  };
  getPage: {
    parameters: {
      query?: {
        /** @description The name of a branch; main where it is absent. */
        branch?: string;
      };
      header?: {
        /** @description Tags as ETag had them, or *: 304 where the page still is what one of them says. */
        "If-None-Match"?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page"];
        };
      };
      /** @description It is what If-None-Match says. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updatePage: {
    parameters: {
      query?: {
        /** @description The name of a branch; main where it is absent. */
        branch?: string;
      };
      header?: {
        /** @description Tags as ETag had them, or *: nothing happens where the page has become another one meanwhile. */
        "If-Match"?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name?: string;
          /** @description Made from the name where it is missing. */
          slug?: string;
          description?: string;
          /** @description At most 64 KiB of JSON. */
          metadata?: JsonObject;
          /** @description {"components": [Node]}; what is wrong in it is named by its place. */
          structure?: JsonObject;
          /** @description The page's settings: title and others. */
          layout?: JsonObject;
          /**
           * @description Draft or archived takes a published page offline: for those who may publish it.
           * @enum {string}
           */
          status?: "draft" | "published" | "archived";
          /** @description The version, by number or id, that structure and layout were made from. */
          base?: string | number;
          /** @description By a conflict's id: {"choice": "ours" | "theirs" | "both"} or {"choice": "value", "value": …}. */
          resolutions?: JsonObject;
          readonly id?: unknown;
          readonly organizationId?: unknown;
          readonly ownerId?: unknown;
          readonly teamId?: unknown;
          readonly access?: unknown;
          readonly currentVersionId?: unknown;
          readonly latestVersionNumber?: unknown;
          readonly createdAt?: unknown;
          readonly updatedAt?: unknown;
          readonly deletedAt?: unknown;
          readonly publishedAt?: unknown;
          readonly publishedBy?: unknown;
        };
      };
    };
    responses: {
      /** @description The page as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page"];
        };
      };
    };
  };
  deletePage: {
    parameters: {
      query?: {
        /** @description True: for ever, of a page that is in the trash. */
        permanent?: boolean;
      };
      header?: {
        /** @description Tags as ETag had them, or *: nothing happens where the page has become another one meanwhile. */
        "If-Match"?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  setPageAccess: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          access: components["schemas"]["PageAccess"];
        };
      };
    };
    responses: {
      /** @description The page as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page"];
        };
      };
    };
  };
  listBranches: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All branches of the page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BranchList"];
        };
      };
    };
  };
  createBranch: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name: components["schemas"]["BranchName"];
          /**
           * @description The name of a branch
           * @default main
           */
          fromBranch?: string;
          /** @description The number or the id of a version, in place of fromBranch */
          fromVersion?: number | string;
        };
      };
    };
    responses: {
      /** @description The new branch */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Branch"];
        };
      };
    };
  };
  getBranch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        branch: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The branch */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Branch"];
        };
      };
    };
  };
  deleteBranch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        branch: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateBranch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        branch: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name?: components["schemas"]["BranchName"];
          isProtected?: boolean;
        };
      };
    };
    responses: {
      /** @description The branch */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Branch"];
        };
      };
    };
  };
  mergeBranch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        /** @description The branch that is merged */
        branch: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /**
           * @description The branch that receives it
           * @default main
           */
          into?: string;
          /**
           * @description Only say what would come of it, conflicts among it
           * @default false
           */
          dryRun?: boolean;
          /** @description Of the version */
          message?: string;
          /** @description By a conflict's id: {"choice": "ours" | "theirs" | "both"} or {"choice": "value", "value": …}. Ours is the branch that receives. */
          resolutions?: JsonObject;
        };
      };
    };
    responses: {
      /** @description What the merge has changed on the other branch, or would change */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Merge"];
        };
      };
    };
  };
  openPreview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        branch: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /**
           * @description How long it lasts.
           * @default 168
           */
          hours?: number;
        } | null;
      };
    };
    responses: {
      /** @description The environment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Environment"];
        };
      };
    };
  };
  closePreview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        branch: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  duplicatePage: {
    parameters: {
      query?: {
        /** @description The name of a branch; main where it is absent. */
        branch?: string;
      };
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description The page's with " (copy)" where it is missing. */
          name?: string;
          /** @description Made from the name where it is missing. */
          slug?: string;
        };
      };
    };
    responses: {
      /** @description The new page. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page"];
        };
      };
    };
  };
  findGrantees: {
    parameters: {
      query?: {
        /** @description A part of the name; case and accents don't count. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Teams first, by name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["Grantee"][];
          };
        };
      };
    };
  };
  listGrants: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What decides who may do what. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PageSharing"];
        };
      };
    };
  };
  grantPage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        /** @description The id of a member (the user) or of a team. */
        grantee: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          level: components["schemas"]["GrantLevel"];
        };
      };
    };
    responses: {
      /** @description The grant. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Grant"];
        };
      };
    };
  };
  revokeGrant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        /** @description The id of a member (the user) or of a team. */
        grantee: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They may what their role and the access of the page let them. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  blameNode: {
    parameters: {
      query?: {
        /** @description The name of a branch; main where it is absent. */
        branch?: string;
      };
      header?: never;
      path: {
        id: string;
        /** @description The node's id. */
        node: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The last change of the node. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Blame"];
        };
      };
    };
  };
  changePageOwner: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /**
           * Format: uuid
           * @description A member who may come in.
           */
          ownerId: string;
        };
      };
    };
    responses: {
      /** @description The page as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page"];
        };
      };
    };
  };
  previewPage: {
    parameters: {
      query?: {
        /** @description The name of a branch; main where it is absent. */
        branch?: string;
        /** @description A version's number; without it, the page as it is. */
        version?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/html": string;
        };
      };
    };
  };
  publishPage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          environmentId: string;
          /** @description Why, for those who read the releases. */
          message?: string;
        };
      };
    };
    responses: {
      /** @description It is published. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Publication"];
        };
      };
    };
  };
  findReaders: {
    parameters: {
      query?: {
        /** @description A part of the name; case and accents don't count. */
        search?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["CommentPerson"][];
          };
        };
      };
    };
  };
  restorePage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page"];
        };
      };
    };
  };
  listTags: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TagList"];
        };
      };
    };
  };
  setTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        /** @description 1 to 60 of A-Z a-z 0-9 . _ -, the first a letter or digit */
        tag: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description The number or the id of a version */
          version: number | string;
        };
      };
    };
    responses: {
      /** @description The tag. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Tag"];
        };
      };
    };
  };
  deleteTag: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        tag: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken away. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  setPageTeam: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** Format: uuid */
          teamId: string | null;
        };
      };
    };
    responses: {
      /** @description The page as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page"];
        };
      };
    };
  };
  listThreads: {
    parameters: {
      query?: {
        /** @description Those that are open, resolved, or all. */
        state?: "open" | "resolved" | "all";
        /** @description Only those about the part with this id. */
        node?: string;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The conversations, and how many there are of either kind on the page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["CommentThread"][];
            total: number;
            limit: number;
            offset: number;
            counts: {
              open: number;
              resolved: number;
            };
          };
        };
      };
    };
  };
  beginThread: {
    parameters: {
      query?: {
        /** @description The name of the branch that the part is on; main where it is absent. */
        branch?: string;
      };
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description The part that it is about; absent or null: the page. */
          nodeId?: string | null;
          /** @description Plain text. <@id of a user> mentions somebody who may view the page, at most 20. */
          body: string;
        };
      };
    };
    responses: {
      /** @description The new conversation. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CommentThread"];
        };
      };
    };
  };
  getThread: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        /** @description The conversation's id. */
        thread: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It, with its comments. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CommentThread"];
        };
      };
    };
  };
  resolveThread: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        /** @description The conversation's id. */
        thread: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          isResolved: boolean;
        };
      };
    };
    responses: {
      /** @description As it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CommentThread"];
        };
      };
    };
  };
  addComment: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path: {
        id: string;
        /** @description The conversation's id. */
        thread: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description Plain text. <@id of a user> mentions somebody who may view the page, at most 20. */
          body: string;
        };
      };
    };
    responses: {
      /** @description The conversation with the new comment. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CommentThread"];
        };
      };
    };
  };
  deleteComment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        /** @description The conversation's id. */
        thread: string;
        /** @description The comment's id. */
        comment: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  editComment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        /** @description The conversation's id. */
        thread: string;
        /** @description The comment's id. */
        comment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description Plain text. <@id of a user> mentions somebody who may view the page, at most 20. */
          body: string;
        };
      };
    };
    responses: {
      /** @description The conversation as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CommentThread"];
        };
      };
    };
  };
  listVersions: {
    parameters: {
      query?: {
        /** @description Of this branch only. */
        branch?: string;
        /** @description Those with this tag only. */
        tag?: string;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The versions, without documents. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            items: components["schemas"]["Version"][];
            total: number;
            limit: number;
            offset: number;
          };
        };
      };
    };
  };
  saveVersion: {
    parameters: {
      query?: {
        /** @description The name of a branch; main where it is absent. */
        branch?: string;
      };
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          message: string;
        };
      };
    };
    responses: {
      /** @description The new version. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Version"];
        };
      };
    };
  };
  getVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        /** @description The version's number. */
        number: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The version. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["VersionWithDocument"];
        };
      };
    };
  };
  compareVersions: {
    parameters: {
      query?: {
        /** @description The name of a branch; main where it is absent. */
        branch?: string;
      };
      header?: never;
      path: {
        id: string;
        /** @description The version's number. */
        number: number;
        /** @description A version's number, or current for the page as it is. */
        other: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What has changed from the first to the other. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Difference"];
        };
      };
    };
  };
  restoreNode: {
    parameters: {
      query?: {
        /** @description The name of a branch; main where it is absent. */
        branch?: string;
      };
      header?: never;
      path: {
        id: string;
        /** @description The version's number. */
        number: string;
        /** @description The node's id. */
        node: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new version. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Version"];
        };
      };
    };
  };
  restoreVersion: {
    parameters: {
      query?: {
        /** @description The name of a branch; main where it is absent. */
        branch?: string;
      };
      header?: never;
      path: {
        id: string;
        /** @description The version's number. */
        number: number;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** @description The version, by number or id, that was seen when this was decided: what others have changed since is merged with it. Without it the page becomes equal to the version. */
          base?: string | number;
          /** @description By a conflict's id: {"choice": "ours" | "theirs" | "both"} or {"choice": "value", "value": …}. */
          resolutions?: JsonObject;
        } | null;
      };
    };
    responses: {
      /** @description The new version "Restored version N". */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Version"];
        };
      };
    };
  };
  listReleases: {
    parameters: {
      query?: {
        /** @description Only of this environment. */
        environmentId?: string;
        /** @description Only those that changed this page. */
        pageId?: string;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReleaseList"];
        };
      };
    };
  };
  publishPages: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          environmentId: string;
          pageIds?: string[];
          /** @description Why, for those who read the history. */
          message?: string;
          /** @description A time of the coming year. */
          publishAt?: string;
          /**
           * @description Go back to the release before where visitors do not get its pages.
           * @default false
           */
          rollbackOnFailure?: boolean;
        };
      };
    };
    responses: {
      /** @description They are published. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Release"];
        };
      };
      /** @description It will be published. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ScheduledRelease"];
        };
      };
    };
  };
  listUpcomingReleases: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most 100. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["UpcomingReleaseList"];
        };
      };
    };
  };
  getRelease: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The release. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Release"];
        };
      };
    };
  };
  promoteRelease: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          environmentId: string;
          /** @description Why, for those who read the history. */
          message?: string;
          /**
           * @description Only say what would happen.
           * @default false
           */
          dryRun?: boolean;
        };
      };
    };
    responses: {
      /** @description A dry run: what the release would be. Its id is not used. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MovedRelease"];
        };
      };
      /** @description It shows them: a new release. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MovedRelease"];
        };
      };
    };
  };
  rollBackRelease: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** @description Why, for those who read the history. */
          message?: string;
          /**
           * @description Only say what would happen.
           * @default false
           */
          dryRun?: boolean;
        } | null;
      };
    };
    responses: {
      /** @description A dry run: what the release would be. Its id is not used. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MovedRelease"];
        };
      };
      /** @description It shows them: a new release. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MovedRelease"];
        };
      };
    };
  };
  search: {
    parameters: {
      query: {
        /** @description A part of a name, a description or an address. */
        q: string;
        /** @description At most so many of each kind. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What fits. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SearchResult"];
        };
      };
    };
  };
  listTeams: {
    parameters: {
      query?: {
        /** @description A part of the name; case and accents don't count. */
        search?: string;
        /** @description Only those that you are in. */
        mine?: boolean;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The teams. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TeamList"];
        };
      };
    };
  };
  createTeam: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description No two teams have the same, whatever the case. */
          name: string;
        };
      };
    };
    responses: {
      /** @description The new team; nobody is in it yet. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Team"];
        };
      };
    };
  };
  getTeam: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The team. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Team"];
        };
      };
    };
  };
  deleteTeam: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Deleted. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateTeam: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description No two teams have the same, whatever the case. */
          name: string;
        };
      };
    };
    responses: {
      /** @description The team as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Team"];
        };
      };
    };
  };
  listTeamMembers: {
    parameters: {
      query?: {
        limit?: number;
        offset?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The members. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TeamMemberList"];
        };
      };
    };
  };
  addTeamMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        user: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are in it. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  removeTeamMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        user: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are not in it any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listTemplates: {
    parameters: {
      query?: {
        /** @description A part of the name, description, category or a tag; case and accents don't count. */
        search?: string;
        /** @description Exactly this category. */
        category?: string;
        /** @description With this tag; case and accents don't count. */
        tag?: string;
        /** @description Those of the program, of the organisation, or of the marketplace. */
        source?: "built-in" | "organization" | "marketplace";
        sort?: "name" | "-name" | "-installs" | "-createdAt";
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The templates, without documents. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TemplateList"];
        };
      };
    };
  };
  createTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          displayName: string;
          description?: string;
          category?: string;
          tags?: string[];
          /** @description The page whose document, as it is at the moment, the template gets. */
          pageId: string;
          /**
           * @description Of that page; main where it is missing.
           * @default main
           */
          branch?: string;
        };
      };
    };
    responses: {
      /** @description The new template. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Template"];
        };
      };
    };
  };
  countTemplateFacets: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How many templates each category and each tag has, by name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            categories: components["schemas"]["TemplateFacet"][];
            tags: components["schemas"]["TemplateFacet"][];
          };
        };
      };
    };
  };
  getTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The template. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Template"];
        };
      };
    };
  };
  updateTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          displayName?: string;
          description?: string;
          category?: string;
          tags?: string[];
          /** @description The page whose document, as it is at the moment, the template gets. */
          pageId?: string;
          /**
           * @description Of that page; main where it is missing.
           * @default main
           */
          branch?: string;
          isPublic?: boolean;
        };
      };
    };
    responses: {
      /** @description The template. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Template"];
        };
      };
    };
  };
  deleteTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  installTemplate: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name: string;
          /** @description Made from the name where it is missing. */
          slug?: string;
          description?: string;
          /** @description At most 64 KiB of JSON. */
          metadata?: JsonObject;
          /** @description {"components": [Node]}; what is wrong in it is named by its place. */
          structure?: JsonObject;
          /** @description The page's settings: title and others. */
          layout?: JsonObject;
        };
      };
    };
    responses: {
      /** @description The new page. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Page"];
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: {
        /** @description A part of the name or the e-mail address; case and accents don't count. */
        search?: string;
        role?: "viewer" | "editor" | "admin";
        active?: boolean;
        sort?: "name" | "-name" | "email" | "-email" | "joinedAt" | "-joinedAt";
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The members. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MemberList"];
        };
      };
    };
  };
  getUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The member. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Member"];
        };
      };
    };
  };
  removeUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are no member any more. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          role?: components["schemas"]["Role"];
          /** @description False: they can't come in until they are reactivated. */
          isActive?: boolean;
          name?: string;
          email?: string;
        };
      };
    };
    responses: {
      /** @description The member. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Member"];
        };
      };
    };
  };
  resetUserPassword: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The link, where the server sends no e-mail. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description To pass on, where the server sends no e-mail; otherwise null. */
            link: string | null;
          };
        };
      };
    };
  };
  listWebhooks: {
    parameters: {
      query?: {
        limit?: number;
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Oldest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookList"];
        };
      };
    };
  };
  createWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description 1 to 255 characters that the sender makes up for this request. Sent again within 24 hours with the same key, it does nothing and gets the same answer. */
        "Idempotency-Key"?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description http or https, without user and password. Unless the server's operator allows it, on the public Internet. */
          url: string;
          /** @description What it is told of: events such as page.published, all of a kind such as page.*, or *. */
          events: string[];
          description?: string;
          isActive?: boolean;
        };
      };
    };
    responses: {
      /** @description The webhook, and its secret, which is not shown again. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookWithSecret"];
        };
      };
    };
  };
  getWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The webhook. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Webhook"];
        };
      };
    };
  };
  deleteWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  updateWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description http or https, without user and password. Unless the server's operator allows it, on the public Internet. */
          url?: string;
          /** @description What it is told of: events such as page.published, all of a kind such as page.*, or *. */
          events?: string[];
          description?: string;
          isActive?: boolean;
        };
      };
    };
    responses: {
      /** @description The webhook. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Webhook"];
        };
      };
    };
  };
  listDeliveries: {
    parameters: {
      query?: {
        state?: "waiting" | "delivered" | "failed" | "cancelled";
        /** @description An event, or all of a kind: page.* */
        event?: string;
        limit?: number;
        offset?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DeliveryList"];
        };
      };
    };
  };
  getDelivery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        delivery: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The delivery. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WholeDelivery"];
        };
      };
    };
  };
  redeliver: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        delivery: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The new delivery, which is sent at once. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WholeDelivery"];
        };
      };
    };
  };
  pingWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The delivery, which is sent at once. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WholeDelivery"];
        };
      };
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The webhook, and its secret, which is not shown again. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookWithSecret"];
        };
      };
    };
  };
}
