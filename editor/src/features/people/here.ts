import type { Person } from '../../session/connection/protocol.ts';

/** Somebody who is here, in however many tabs. */
export interface SomebodyHere {
  id: string;
  name: string;
  color: number;
  isYou: boolean;
  /** The node that they chose last, or type in, to go there. */
  node: string | null;
  isTyping: boolean;
}

/** The people behind the tabs, in the order in which they came; you last, and only where you are here in another tab too. */
export function peopleHere(others: readonly Person[], yourId: string): SomebodyHere[] {
  const people = new Map<string, SomebodyHere>();
  for (const { user, color, selection, editing } of others) {
    const known = people.get(user.id);
    people.set(user.id, {
      id: user.id,
      name: user.name === '' ? 'Somebody' : user.name,
      color,
      isYou: user.id === yourId,
      node: editing ?? selection.at(-1) ?? known?.node ?? null,
      isTyping: editing !== null || (known?.isTyping ?? false),
    });
  }
  return [...people.values()].sort((a, b) => Number(a.isYou) - Number(b.isYou));
}

/** "Ada, Ben and 3 more" */
export function namesOf(people: readonly SomebodyHere[], most: number): string {
  const names = people.map(({ name, isYou }) => (isYou ? 'you in another tab' : name));
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
