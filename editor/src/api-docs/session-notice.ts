import { readCredentials, watchCredentials } from '../api/credentials.ts';

/** Says in the page's bar as whom requests are sent. */
export function showSession(notice: HTMLElement): void {
  const show = (): void => {
    const credentials = readCredentials();
    if (credentials.state === 'unknown') notice.replaceChildren();
    else if (credentials.state !== 'signed-in') notice.replaceChildren('Not signed in. ', signInLink());
    else notice.replaceChildren('Requests are sent as ', nameOf(credentials.user.name || credentials.user.email), ` (${credentials.user.role})`);
  };
  show();
  watchCredentials(show);
}

// In a tab of its own: signing in there signs in here, and what was filled in here stays.
function signInLink(): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = '/page-builder/sign-in';
  link.target = '_blank';
  link.textContent = 'Sign in';
  return link;
}

function nameOf(name: string): HTMLElement {
  const strong = document.createElement('strong');
  strong.textContent = name;
  return strong;
}
