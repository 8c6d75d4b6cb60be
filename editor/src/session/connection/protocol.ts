// The messages of the collaboration protocol; see docs/formats/collaboration.md.
import type { Operation, PageDocument, Transaction } from '../../engine/document.ts';
import type { JsonObject } from '../../engine/json.ts';

export type Role = 'admin' | 'editor' | 'viewer';

export interface OrderedTransaction extends Transaction {
  sequence: number;
  author?: { id: string; name: string };
}

export interface WelcomeMessage {
  type: 'welcome';
  sequence: number;
  document?: PageDocument;
  transactions?: OrderedTransaction[];
  role: Role;
  canEdit: boolean;
  library: string; // names the versions of the components that the document is written with
}

// A place in a node, told in ten-thousandths of its width and height: pages are of different widths for different people.
export interface PointedPlace {
  node: string | null; // null: the page itself
  x: number;
  y: number;
}

// What one shows of oneself to others who have the page open.
export interface Pointing {
  selection: readonly string[];
  editing: string | null; // the node whose text is being typed in
  cursor: PointedPlace | null;
}

export interface Person extends Pointing {
  client: string; // one a tab
  user: { id: string; name: string };
  color: number; // 0–11
}

export interface PresenceMessage {
  type: 'presence';
  people: Person[]; // of whom something is new
  left: string[];
}

export interface FaultReport {
  code: string;
  message: string;
  path?: string;
}

export type ServerMessage =
  | WelcomeMessage
  | { type: 'acknowledge'; id: string; sequence: number; operations?: Operation[] }
  | ({ type: 'transaction' } & OrderedTransaction)
  | { type: 'refuse'; id: string; error: FaultReport }
  | { type: 'page'; page: JsonObject }
  | { type: 'version'; version: JsonObject }
  | PresenceMessage
  | { type: 'comments'; thread?: JsonObject; removed?: string }
  | { type: 'error'; error: FaultReport };

export type ClientMessage =
  | { type: 'hello'; accessToken: string; pageId: string; clientId: string; since: number | null }
  | { type: 'submit'; transaction: Transaction }
  | ({ type: 'presence' } & Pointing)
  | { type: 'authenticate'; accessToken: string };

export const largestMessage = 4 * 1024 * 1024; // bytes that the server takes

// Of an undo or redo that is larger, portions are sent: they let others' changes through between them.
export const largestPortion = largestMessage / 4;

// A transaction as it is sent; null where the server would not take it: it closes the connection of whoever sends more.
export function submission(transaction: Transaction): string | null {
  const text = JSON.stringify({ type: 'submit', transaction } satisfies ClientMessage);
  const isTaken = text.length * 3 <= largestMessage || (text.length <= largestMessage && new TextEncoder().encode(text).length <= largestMessage);
  return isTaken ? text : null;
}

export const closeCodes = {
  signInAgain: 4401,
  notAllowed: 4403,
  noSuchPage: 4404,
  tooLarge: 4413,
  tooMany: 4429,
} as const;
