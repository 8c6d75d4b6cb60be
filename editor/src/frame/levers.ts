// What can be changed of a node by dragging: which declaration that is, how it stands, and how far an edge goes with it. Measured when a drag
// begins, in trying out values that are taken back before anybody sees them.
import type { AdjustableNode, TokenStep, TokenSteps } from '../session/adjusting.ts';

import type { Scale, Step } from './snapping.ts';
import type { StylePreview } from './style-preview.ts';

export const leverNames = ['width', 'height', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left', 'gap'] as const;
export type LeverName = (typeof leverNames)[number];

export const leverLabels: Record<LeverName, string> = {
  width: 'Width',
  height: 'Height',
  'padding-top': 'Padding top',
  'padding-right': 'Padding right',
  'padding-bottom': 'Padding bottom',
  'padding-left': 'Padding left',
  gap: 'Gap',
};

export interface Lever {
  property: string;
  px: number; // as it is now
  pull: number; // how many pixels the value changes for one of the pointer, with its sign
  scale: Scale;
}

const trial = 20; // pixels by which a size is changed to see what moves

export interface LeverSources {
  node: AdjustableNode;
  element: HTMLElement;
  steps: TokenSteps;
  preview: StylePreview;
  // What CSS lengths are in pixels here.
  measure: (lengths: readonly string[]) => number[];
}

export function leverOf(name: LeverName, isRow: boolean, sources: LeverSources): Lever {
  const { element, steps, measure } = sources;
  if (name === 'width') return widthLever(sources);
  if (name === 'height') return heightLever(sources);
  const style = getComputedStyle(element);
  const scale: Scale = { tokens: inPixels(steps.spaces, measure), grid: { unit: 'px', size: 4 } };
  // Of a box whose place is given by its upper left, the right edge stays and the lower one goes with the pointer.
  const pull = name === 'padding-right' ? -1 : 1;
  const value = name === 'gap' ? (isRow ? style.columnGap : style.rowGap) : style.getPropertyValue(name);
  return { property: name, px: pixelsOf(value), pull, scale };
}

function widthLever({ node, element, steps, preview, measure }: LeverSources): Lever {
  const style = getComputedStyle(element);
  // What its component limits is widened by the limit.
  const isLimited = node.declared['width'] === undefined && (node.declared['max-width'] !== undefined || /px$/.test(style.maxWidth));
  const property = isLimited ? 'max-width' : 'width';
  const px = pixelsOf(style.width);
  const before = element.getBoundingClientRect();
  const pull = pullOf(preview, node.id, property, px, () => before.right - element.getBoundingClientRect().right);
  preview.show(node.id, { width: '100%', 'max-width': 'none' });
  const room = pixelsOf(getComputedStyle(element).width);
  preview.hide();
  const tokens = inPixels(steps.widths, measure).filter((step) => step.px < room);
  return { property, px, pull, scale: { tokens, grid: { unit: '%', of: room } } };
}

function heightLever({ node, element, steps, preview, measure }: LeverSources): Lever {
  const px = pixelsOf(getComputedStyle(element).height);
  const property = heightProperty(node, element, preview);
  const before = element.getBoundingClientRect();
  const pull = pullOf(preview, node.id, 'height', px, () => before.bottom - element.getBoundingClientRect().bottom);
  preview.hide();
  return { property, px, pull, scale: { tokens: inPixels(steps.spaces, measure), grid: { unit: 'px', size: 8 } } };
}

// What its component gives a height gets another one; everything else grows with what it holds, and has a least height.
function heightProperty({ id, declared }: AdjustableNode, element: HTMLElement, preview: StylePreview): string {
  if (declared['height'] !== undefined) return 'height';
  if (declared['min-height'] !== undefined || pixelsOf(getComputedStyle(element).minHeight) > 0) return 'min-height';
  const { height } = element.getBoundingClientRect();
  preview.show(id, { height: 'auto' });
  const isGiven = Math.abs(element.getBoundingClientRect().height - height) > 1;
  return isGiven ? 'height' : 'min-height';
}

// An edge of what stands in the middle moves by half of what its size changes.
function pullOf(preview: StylePreview, id: string, property: string, px: number, moved: () => number): number {
  const minimum = property === 'height' ? 'min-height' : 'min-width';
  preview.show(id, { [property]: `${String(Math.max(px - trial, 0))}px`, [minimum]: '0' });
  const distance = moved();
  return distance > 1 && distance < trial - 1 ? Math.min(trial / distance, 4) : 1;
}

function inPixels(steps: readonly TokenStep[], measure: LeverSources['measure']): Step[] {
  const lengths = measure(steps.map(({ css }) => css));
  return steps.map((step, index) => ({ ...step, px: lengths[index] ?? 0 }));
}

function pixelsOf(value: string): number {
  return Number.parseFloat(value) || 0;
}
