const day = 24 * 3600 * 1000;

export const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Never' },
] as const;

export type Lifetime = (typeof lifetimes)[number]['value'];

/** When a token of that lifetime ends; null: never. */
export function endOf(lifetime: Lifetime, now: Date): string | null {
  return lifetime === '' ? null : new Date(now.getTime() + Number(lifetime) * day).toISOString();
}

/** `soon`: within a week, so that there is time to make another one. */
export function stateOf(expiresAt: string | null, now: Date): 'lasting' | 'soon' | 'over' {
  if (expiresAt === null) return 'lasting';
  const left = Date.parse(expiresAt) - now.getTime();
  return left <= 0 ? 'over' : left < 7 * day ? 'soon' : 'lasting';
}
