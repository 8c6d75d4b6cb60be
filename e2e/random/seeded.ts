/** Chance that can be repeated: the same seed leads to the same choices. */
export class Seeded {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 to below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  oneOf<Choice>(choices: readonly Choice[]): Choice {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error('there is nothing to choose from');
    return choice;
  }

  /** One of several, each as often as its weight says. */
  weighted<Choice>(choices: readonly (readonly [weight: number, choice: Choice])[]): Choice {
    let rest = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    const chosen = choices.find(([weight]) => (rest -= weight) < 0) ?? choices.at(-1);
    if (!chosen) throw new Error('there is nothing to choose from');
    return chosen[1];
  }
}

/** PAGEWRIGHT_RANDOM_SEED: each number goes a way of its own, and the same one again. */
export function seedOfRun(): number {
  const given = process.env.PAGEWRIGHT_RANDOM_SEED ?? '1';
  const seed = Number(given);
  if (!Number.isInteger(seed)) throw new Error(`PAGEWRIGHT_RANDOM_SEED is a whole number, not ${given}`);
  return seed;
}
