// The selected node's size and distances, as they are changed on the canvas itself.
import type { Breakpoint, Declarations, Operation, Styles } from '../engine/document.ts';
import { EngineRefusal } from '../engine/engine.ts';

import { labelOfNode } from './commands.ts';
import { listTokens, type DesignToken } from './design-tokens.ts';
import { lockOf } from './locks.ts';
import type { PageSession } from './page-session.ts';

export const spacingParts = ['margin', 'padding', 'gap'] as const;
export type SpacingPart = (typeof spacingParts)[number];

export const paddingSides = ['padding-top', 'padding-right', 'padding-bottom', 'padding-left'] as const;
export const sizeProperties = ['width', 'max-width', 'height', 'min-height'] as const;
const adjustable: ReadonlySet<string> = new Set([...sizeProperties, ...paddingSides, 'gap']);

export interface AdjustableNode {
  id: string;
  name: string; // what its authors call it
  edges: readonly ('width' | 'height')[];
  declared: Declarations; // what its styles say at the present breakpoint
}

// Values that a drag falls into, as the design tokens say them.
export interface TokenStep {
  value: string; // "{space.4}"
  label: string; // "space.4"
  css: string;
}

export interface TokenSteps {
  widths: readonly TokenStep[];
  spaces: readonly TokenStep[];
}

// What the canvas may change: one node, by who may, on the page as it is edited, while nothing above it is locked.
export function adjustableNode(session: PageSession): AdjustableNode | null {
  const { selected, canEdit, mode, breakpoint } = session.state.get();
  const [id = ''] = selected;
  const node = session.tree.node(id);
  if (!node || selected.length !== 1 || !canEdit || mode !== 'edit' || lockOf(session.tree, id) !== null) return null;
  // The height of a picture follows from its width.
  const isMedia = session.library.find(node.component)?.category === 'media';
  return { id, name: session.nameOf(id), edges: isMedia ? ['width'] : ['width', 'height'], declared: declaredAt(node.styles, breakpoint) };
}

const wider: Record<Breakpoint, readonly Breakpoint[]> = { base: ['base'], tablet: ['base', 'tablet'], mobile: ['base', 'tablet', 'mobile'] };

function declaredAt(styles: Styles | undefined, breakpoint: Breakpoint): Declarations {
  return Object.assign({}, ...wider[breakpoint].map((at) => styles?.[at] ?? {})) as Declarations;
}

export function tokenSteps(session: PageSession): TokenSteps {
  const tokens = listTokens(session.tokens).filter(({ type, css }) => type === 'dimension' && css !== '');
  const stepsOf = (group: string): TokenStep[] => tokens.filter(({ path }) => path.startsWith(`${group}.`)).map(stepOf);
  return { widths: stepsOf('width'), spaces: stepsOf('space') };
}

const stepOf = ({ reference, path, css }: DesignToken): TokenStep => ({ value: reference, label: path, css });

// One declaration at the present breakpoint; null unsets it. Those of one gesture are one step of undo.
export function adjust(session: PageSession, id: string, property: string, value: string | null, gesture: number): EngineRefusal | null {
  if (!adjustable.has(property)) return new EngineRefusal('forbidden', 'That is not changed on the canvas.', id);
  const { breakpoint } = session.state.get();
  if (value === null && session.tree.node(id)?.styles?.[breakpoint]?.[property] === undefined) return null;
  const operation: Operation = { type: 'set_style', id, breakpoint, property, ...(value === null ? {} : { value }) };
  const verb = (sizeProperties as readonly string[]).includes(property) ? 'Resize' : 'Change spacing of';
  return session.apply(`${verb} ${labelOfNode(session, id)}`, [operation], { coalesce: `adjust:${id}:${breakpoint}:${property}:${String(gesture)}` });
}
