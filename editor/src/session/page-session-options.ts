// What a session is made of, and what passes in and out of it.
import type { PageContext } from '../engine/calls.ts';
import type { Engine } from '../engine/engine.ts';
import type { JsonObject } from '../engine/json.ts';

import type { ComponentLibrary } from './component-library.ts';
import type { ClientClaim } from './connection/client-claim.ts';
import type { Pointing } from './connection/protocol.ts';

// What the session needs of its connection; see connection/connection.ts.
export interface SessionLink {
  submit(message: string): void;
  present(pointing: Pointing): void;
  restart(): void;
  // At once what would be tried later, or not at all.
  connectNow(): void;
  close(): void;
}

// The components that a page can be built of, and what names the versions of them all.
export interface VersionedLibrary {
  id: string;
  library: ComponentLibrary;
}

export interface PageSessionOptions {
  pageId: string;
  components: VersionedLibrary;
  // As they are by now.
  fetchComponents: () => Promise<VersionedLibrary>;
  tokens: JsonObject;
  baseCss: string;
  context: PageContext;
  createEngine: () => Promise<Engine>;
  client: ClientClaim;
}

export interface ApplyOptions {
  // Equal to the last step's: extends it (typing into one field is one undo step).
  coalesce?: string;
  select?: string | readonly string[] | null;
}

export interface Notice {
  kind: 'refused' | 'left-out' | 'lost';
  message: string;
}
