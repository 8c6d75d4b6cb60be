// Work that is not saved yet, kept in this browser: a closed tab or a crash loses none of it.
import { readCredentials } from '../../api/credentials.ts';
import type { ComponentTexts } from './component-texts.ts';

export interface KeptWork {
  texts: ComponentTexts;
  /** The version that is being changed; null: the component is not on the server yet. */
  base: string | null;
}

function keyOf(name: string): string {
  const credentials = readCredentials();
  const user = credentials.state === 'signed-in' || credentials.state === 'expired' ? credentials.user : null;
  return `pagewright.workshop.${user?.organization.id ?? ''}.${user?.id ?? ''}.${name}`;
}

export function keptWork(name: string): KeptWork | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    return isWork(value) ? value : null;
  } catch {
    return null;
  }
}

/** Gives whether the browser has kept it. */
export function keepWork(name: string, work: KeptWork): boolean {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(work));
    return true;
  } catch {
    return false;
  }
}

export function forgetWork(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // Then there was none.
  }
}

function isWork(value: unknown): value is KeptWork {
  if (typeof value !== 'object' || value === null || !('texts' in value) || !('base' in value)) return false;
  const { texts, base } = value;
  if (typeof texts !== 'object' || texts === null || (base !== null && typeof base !== 'string')) return false;
  const parts: Record<string, unknown> = { ...texts };
  const areTexts = ['definition', 'template', 'style', 'sample'].every((part) => typeof parts[part] === 'string');
  return areTexts && typeof parts.partials === 'object' && parts.partials !== null && Object.values(parts.partials).every((text) => typeof text === 'string');
}
