// Where a style that holds at a breakpoint comes from.
import { breakpoints, type Breakpoint, type Styles } from '../../../engine/document.ts';

export const breakpointNames: Record<Breakpoint, string> = { base: 'All', tablet: 'Tablet', mobile: 'Phone' };

const wider: Record<Breakpoint, readonly Breakpoint[]> = { base: [], tablet: ['base'], mobile: ['tablet', 'base'] };

// The nearest wider breakpoint that sets a property; undefined where none does.
export function inheritedFrom(styles: Styles | undefined, breakpoint: Breakpoint, property: string): Breakpoint | undefined {
  return wider[breakpoint].find((other) => styles?.[other]?.[property] !== undefined);
}

// The other breakpoints where a property has another value than here: what is set here doesn't hold there.
export function overriddenAt(styles: Styles | undefined, breakpoint: Breakpoint, property: string): Breakpoint[] {
  return breakpoints.filter((other) => wider[other].includes(breakpoint) && styles?.[other]?.[property] !== undefined);
}

export function countSet(styles: Styles | undefined, breakpoint: Breakpoint, properties: readonly string[]): number {
  const declarations = styles?.[breakpoint];
  return declarations === undefined ? 0 : properties.filter((property) => declarations[property] !== undefined).length;
}
