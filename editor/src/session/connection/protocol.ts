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
  | { type: 'error'; error: FaultReport };

export type ClientMessage =
  | { type: 'hello'; accessToken: string; pageId: string; clientId: string; since: number | null }
  | { type: 'submit'; transaction: Transaction }
  | { type: 'authenticate'; accessToken: string };

export const closeCodes = {
  signInAgain: 4401,
  notAllowed: 4403,
  noSuchPage: 4404,
  tooLarge: 4413,
  tooMany: 4429,
} as const;
