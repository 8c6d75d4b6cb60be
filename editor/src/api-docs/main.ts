// The page /api/docs: the API's operations, which can be tried out as whoever is signed in to the editor, or with another token.
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { refreshCredentials } from '../api/credentials.ts';
import { startTheme, watchTheme } from '../ui/theme.ts';
import './api-docs.css';
import { showDarkness } from './darkness.ts';
import { SessionAuthorization } from './session-authorization.ts';
import { showSession } from './session-notice.ts';

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`index.html has no element with the id "${id}".`);
  return element;
}

startTheme();
showDarkness();
watchTheme(showDarkness);

const place = elementOf('api');
const authorization = new SessionAuthorization();
const ui = SwaggerUI({
  url: '/api/openapi.json',
  domNode: place,
  deepLinking: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  // Nothing leaves this server.
  validatorUrl: null,
  requestInterceptor: (request) => authorization.renew(request),
  onComplete: () => {
    place.removeAttribute('aria-busy');
    authorization.follow({ authorize: (token) => ui.preauthorizeApiKey('bearer', token), forget: () => ui.authActions.logout(['bearer']) });
  },
});

showSession(elementOf('session'));
// Whether somebody is signed in is known after a first refresh; without a connection the page says what it can.
refreshCredentials().catch(() => undefined);
