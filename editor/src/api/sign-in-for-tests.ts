// Somebody who is signed in, and what a server answers. For tests only.
import { signedIn } from './credentials.ts';
import type { Role } from './types.ts';

export function signInForTests(role: Role): void {
  signedIn({
    accessToken: 't',
    tokenType: 'Bearer',
    expiresIn: 900,
    user: { id: 'u', email: 'a@b.example', name: 'Ada', role, organization: { id: 'o', name: 'Lindenhof', slug: 'lindenhof' } },
  });
}

export function jsonAnswer(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}
