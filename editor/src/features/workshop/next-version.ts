// Which semantic version a change asks for, after the rules by which the server takes one: docs/api.md#components.
import type { ComponentDefinition } from '../../engine/component.ts';

export type Step = 'patch' | 'minor' | 'major';

export interface Proposal {
  step: Step;
  version: string;
  /** Why, in a sentence each. */
  reasons: string[];
}

type Definition = Partial<ComponentDefinition>;
type Version = [major: number, minor: number, patch: number];

function numbersOf(version: string): Version | null {
  const found = /^(\d+)\.(\d+)\.(\d+)/.exec(version);
  return found && [Number(found[1]), Number(found[2]), Number(found[3])];
}

export function versionAfter(version: string, step: Step): string {
  const [major, minor, patch] = numbersOf(version) ?? [1, 0, 0];
  if (step === 'major') return `${String(major + 1)}.0.0`;
  return step === 'minor' ? `${String(major)}.${String(minor + 1)}.0` : `${String(major)}.${String(minor)}.${String(patch + 1)}`;
}

export function isGreater(version: string, other: string): boolean {
  const [one, two] = [numbersOf(version), numbersOf(other)];
  if (one === null || two === null) return false;
  const differing = one.findIndex((number, index) => number !== two[index]);
  return differing !== -1 && (one[differing] ?? 0) > (two[differing] ?? 0);
}

const named = (names: string[]) => names.map((name) => `“${name}”`).join(', ');
const plural = (names: string[], one: string, several: string) => (names.length === 1 ? one : several);

/** What has become of the props and slots; all else is a patch. */
export function proposedVersion(before: Definition, after: Definition): Proposal {
  const version = before.version ?? '1.0.0';
  const oldProps = before.props?.properties ?? {};
  const newProps = after.props?.properties ?? {};
  const gone = Object.keys(oldProps).filter((name) => !(name in newProps));
  const retyped = Object.keys(oldProps).filter((name) => name in newProps && JSON.stringify(oldProps[name]?.type) !== JSON.stringify(newProps[name]?.type));
  const added = Object.keys(newProps).filter((name) => !(name in oldProps));
  const slots = Object.keys(after.slots ?? {}).filter((name) => !(name in (before.slots ?? {})));
  const breaking = [
    ...(gone.length > 0 ? [`${plural(gone, 'The prop', 'The props')} ${named(gone)} ${plural(gone, 'is', 'are')} gone.`] : []),
    ...(retyped.length > 0 ? [`${plural(retyped, 'The prop', 'The props')} ${named(retyped)} ${plural(retyped, 'is', 'are')} of another type.`] : []),
  ];
  const adding = [
    ...(added.length > 0 ? [`${plural(added, 'The prop', 'The props')} ${named(added)} ${plural(added, 'is', 'are')} new.`] : []),
    ...(slots.length > 0 ? [`${plural(slots, 'The slot', 'The slots')} ${named(slots)} ${plural(slots, 'is', 'are')} new.`] : []),
  ];
  const step: Step = breaking.length > 0 ? 'major' : adding.length > 0 ? 'minor' : 'patch';
  const reasons = [...breaking, ...adding];
  return { step, version: versionAfter(version, step), reasons: reasons.length > 0 ? reasons : ['The props and slots are as they were.'] };
}
