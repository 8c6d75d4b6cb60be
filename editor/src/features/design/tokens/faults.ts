// What the server or the engine says is wrong, by the token that it is about.
import { Problem } from '../../../api/problem.ts';
import { pointerParts, themesKey } from '../../../tokens/token-tree.ts';

export interface TokenFault {
  path: string | null; // null: of the whole document, or nobody knows of which
  theme: string | null;
  message: string; // without the token's name in front
}

/** A JSON Pointer of the answer, "/tokens/color/ink", as token and theme. */
function placeOf(pointer: string): { path: string | null; theme: string | null } {
  const [first, ...names] = pointerParts(`#${pointer}`) ?? [];
  if (first !== 'tokens' || names.length === 0) return { path: null, theme: null };
  if (names[0] === '$extensions' && names[1] === themesKey) return { theme: names[2] ?? null, path: names.length > 3 ? names.slice(3).join('.') : null };
  return { path: names.join('.'), theme: null };
}

const library = 'design tokens/tokens: ';

function withoutPlace(message: string, path: string | null, theme: string | null): string {
  let rest = message.startsWith(library) ? message.slice(library.length) : message;
  for (const prefix of [theme === null ? '' : `theme ${theme}: `, path === null ? '' : `${path}: `]) if (rest.startsWith(prefix)) rest = rest.slice(prefix.length);
  return rest;
}

/** Null for a failure that is not about tokens. */
export function faultsOf(error: unknown): TokenFault[] | null {
  if (!(error instanceof Problem) || error.status !== 422) return null;
  return error.faults.map(({ path: pointer, message }) => {
    const { path, theme } = placeOf(pointer);
    return { path, theme, message: withoutPlace(message, path, theme) };
  });
}

/** A fault in a sentence that stands by itself. */
export const faultText = ({ path, theme, message }: TokenFault): string => `${path ?? ''}${theme === null ? '' : ` (${theme})`}${path === null && theme === null ? '' : ': '}${message}`;

export const faultAt = (faults: readonly TokenFault[], path: string, theme: string | null): string | undefined =>
  faults.find((fault) => fault.path === path && fault.theme === theme)?.message;
