import { freshAccessToken, readCredentials, watchCredentials } from '../api/credentials.ts';

/** The page's authorization: what "Authorize" shows and requests are sent with. */
interface Authorization {
  authorize(token: string): void;
  forget(): void;
}

/**
 * Keeps the page's authorization that of the editor's session: its token lives for minutes, a page for hours. A token that somebody pastes is theirs,
 * and left alone.
 */
export class SessionAuthorization {
  private authorization: Authorization | null = null;
  private token: string | null = null;

  follow(authorization: Authorization): void {
    this.authorization = authorization;
    this.take();
    watchCredentials(() => this.take());
  }

  private take(): void {
    const credentials = readCredentials();
    if (credentials.state === 'signed-in') {
      if (credentials.accessToken === this.token) return;
      this.token = credentials.accessToken;
      this.authorization?.authorize(this.token);
    } else if (this.token !== null) {
      this.token = null;
      this.authorization?.forget();
    }
  }

  /** The request with a token that is still good, if it was to be sent with the session's. */
  async renew<Request extends { headers: Record<string, string> }>(request: Request): Promise<Request> {
    if (this.token === null || request.headers.Authorization !== `Bearer ${this.token}`) return request;
    // Where there is no new one the server says so, and the page shows its answer.
    const token = await freshAccessToken().catch(() => null);
    if (token === null) return request;
    return { ...request, headers: { ...request.headers, Authorization: `Bearer ${token}` } };
  }
}
