// Sizes and distances on the canvas: handles on the selected node, bands that show its margin, padding and gap, and what a drag of a handle
// looks like meanwhile. The editor hears of a drag once, at its end.
import type { AdjustableNode, SpacingPart, TokenSteps } from '../session/adjusting.ts';
import { spacingParts } from '../session/adjusting.ts';

import adjustingCss from './adjusting.css?inline';
import type { Rect } from './drop-target.ts';
import { dragLever } from './lever-drag.ts';
import { edgePlaces, LeverHandles, type LeverPlace } from './lever-handles.ts';
import { leverOf, type Lever, type LeverName } from './levers.ts';
import type { NodeIndex } from './node-index.ts';
import { stepFrom, type Step } from './snapping.ts';
import { bandsOf, type Band } from './spacing-bands.ts';
import { SpacingGuides } from './spacing-guides.ts';
import { StylePreview } from './style-preview.ts';

export interface Adjustment {
  id: string;
  property: string;
  value: string | null;
  gesture: number;
}

export interface AdjustingEvents {
  onAdjust: (adjustment: Adjustment) => void;
  onRedraw: () => void; // what is drawn has to be drawn anew
}

const none: readonly SpacingPart[] = [];

export class Adjusting {
  private readonly root: ShadowRoot;
  private readonly index: NodeIndex;
  private readonly events: AdjustingEvents;
  private readonly guides: SpacingGuides;
  private readonly handles: LeverHandles;
  private readonly value = document.createElement('div');
  private readonly preview = new StylePreview();
  private steps: TokenSteps = { widths: [], spaces: [] };
  private node: AdjustableNode | null = null;
  private selected: string | null = null;
  private container: HTMLElement | null = null; // that something dragged would land in
  private asked: SpacingPart | null = null; // that the style panel points at
  private isAlt = false;
  private isActive = false;
  private dragged: LeverName | null = null;
  private gesture = 0;
  private isAsking = false; // for a change that is not on the page yet
  private waiting: (() => void)[] = []; // keys pressed meanwhile
  private unit = 1;
  private bands: readonly Band[] = [];

  constructor(root: ShadowRoot, index: NodeIndex, events: AdjustingEvents) {
    this.root = root;
    this.index = index;
    this.events = events;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(adjustingCss);
    root.adoptedStyleSheets.push(sheet);
    this.guides = new SpacingGuides(root);
    this.handles = new LeverHandles(root, {
      onPress: (name, event) => this.press(name, event),
      onStep: (name, direction) => this.ofSelected(() => this.push(name, direction)),
      onReset: (name) => this.ofSelected(() => this.reset(name)),
      onFocus: () => (this.gesture += 1),
    });
    this.value.className = 'lever-value';
    this.value.hidden = true;
    root.append(this.value);
    const followAlt = (event: KeyboardEvent | PointerEvent) => {
      // Else the browser's menu takes the focus.
      if (event.type === 'keydown' && this.selected !== null && (event as KeyboardEvent).key === 'Alt') event.preventDefault();
      this.setAlt(event.altKey);
    };
    for (const type of ['keydown', 'keyup', 'pointermove'] as const) addEventListener(type, followAlt);
    addEventListener('blur', () => this.setAlt(false));
  }

  setSteps(steps: TokenSteps): void {
    this.steps = steps;
  }

  // What of the page may be changed; null where nothing may.
  setNode(node: AdjustableNode | null): void {
    this.node = node;
    this.events.onRedraw();
  }

  setSelected(ids: readonly string[]): void {
    this.selected = ids.length === 1 ? (ids[0] ?? null) : null;
  }

  // Whether the selected can be changed at the moment: not while something is dragged or written.
  setActive(isActive: boolean): void {
    this.isActive = isActive;
  }

  // What the style panel points at.
  ask(part: SpacingPart | null): void {
    this.asked = part;
    this.events.onRedraw();
  }

  // Where what is dragged would land: how far it would be from what is there.
  showContainer(container: HTMLElement | null): void {
    if (container === this.container) return;
    this.container = container;
    this.events.onRedraw();
  }

  // What was let go is on the page now, or refused.
  settle(): void {
    if (this.dragged === null) this.preview.hide();
    this.isAsking = false;
    this.events.onRedraw();
    while (!this.isAsking && this.waiting.length > 0) this.waiting.shift()?.();
  }

  // A key is pressed: what it does starts from what the one before has made of the page, however fast they follow.
  inTurn(press: () => void): void {
    if (this.isAsking) this.waiting.push(press);
    else press();
  }

  // `main` is the selected node's box on the screen, `unit` a pixel of the screen in the frame's own.
  draw(main: Rect | null, unit: number): void {
    this.unit = unit;
    const element = this.element();
    const around = this.container ?? (main ? element : null);
    const parts = this.shownParts();
    this.bands = around && parts.length > 0 ? bandsOf(around, parts) : [];
    this.guides.show(this.bands);
    if (main && element && this.node?.id === this.selected && (this.isActive || this.dragged)) this.drawHandles(main, this.node);
    else this.handles.hide();
  }

  private drawHandles(main: Rect, node: AdjustableNode): void {
    const isSpacing = this.dragged === null ? this.isAlt : this.dragged !== 'width' && this.dragged !== 'height';
    const places = isSpacing ? bandPlaces(main, this.bands) : edgePlaces(main, node.edges, { width: innerWidth, height: innerHeight }, this.unit);
    // While one is dragged the others are in its way.
    for (const name of places.keys()) if (this.dragged !== null && name !== this.dragged) places.delete(name);
    this.handles.show(places, node.name, this.unit);
  }

  private shownParts(): readonly SpacingPart[] {
    if (this.container) return ['padding', 'gap'];
    if (this.dragged !== null) return this.dragged === 'gap' ? ['gap'] : this.dragged.startsWith('padding') ? ['padding'] : none;
    if (this.isAlt) return spacingParts;
    return this.asked === null ? none : [this.asked];
  }

  private element(): HTMLElement | undefined {
    return this.selected === null ? undefined : this.index.element(this.selected);
  }

  private setAlt(isAlt: boolean): void {
    if (isAlt === this.isAlt) return;
    this.isAlt = isAlt;
    this.events.onRedraw();
  }

  private lever(name: LeverName): Lever | null {
    const element = this.element();
    if (!element || !this.node) return null;
    const isRow = this.bands.find(({ part }) => part === 'gap')?.side === 'row';
    return leverOf(name, isRow, { node: this.node, element, steps: this.steps, preview: this.preview, measure: (lengths) => measured(this.root, lengths) });
  }

  private press(name: LeverName, event: PointerEvent): void {
    const { node } = this;
    const lever = this.lever(name);
    if (!node || !lever) return;
    const handle = event.currentTarget as HTMLElement;
    event.preventDefault();
    window.focus();
    handle.focus();
    this.dragged = name;
    dragLever(handle, event, lever, this.unit, {
      onMove: (step, x, y) => {
        this.preview.show(node.id, { [lever.property]: step.css });
        this.showValue(step, x, y);
        this.events.onRedraw();
      },
      onEnd: (step) => {
        this.dragged = null;
        this.value.hidden = true;
        if (step) this.adjust(node.id, lever.property, step.value);
        else this.settle();
      },
    });
  }

  private ofSelected(press: () => void): void {
    const { selected } = this;
    this.inTurn(() => {
      if (this.selected === selected) press();
    });
  }

  private push(name: LeverName, direction: 1 | -1): void {
    const lever = this.lever(name);
    const step = lever && stepFrom(lever.px, lever.scale, lever.pull < 0 ? (-direction as 1 | -1) : direction);
    if (this.node && step) this.askFor(this.node.id, lever.property, step.value);
  }

  private reset(name: LeverName): void {
    const lever = this.lever(name);
    if (this.node && lever) this.adjust(this.node.id, lever.property, null);
  }

  private adjust(id: string, property: string, value: string | null): void {
    this.gesture += 1;
    this.askFor(id, property, value);
  }

  private askFor(id: string, property: string, value: string | null): void {
    this.isAsking = true;
    this.events.onAdjust({ id, property, value, gesture: this.gesture });
  }

  private showValue({ label, px }: Step, x: number, y: number): void {
    const pixels = `${String(Math.round(px))} px`;
    this.value.hidden = false;
    this.value.textContent = /px$/.test(label) ? pixels : `${label} · ${pixels}`;
    this.value.style.translate = `${String(Math.min(x + 14 * this.unit, innerWidth - 120 * this.unit))}px ${String(Math.min(y + 14 * this.unit, innerHeight - 28 * this.unit))}px`;
  }
}

// Handles in the middle of the padding's bands, and of the first gap; where there is no padding, on the edge. Of what is larger than the canvas,
// in the middle of what is in view.
function bandPlaces(main: Rect, bands: readonly Band[]): Map<LeverName, LeverPlace> {
  const x = (Math.max(main.left, 0) + Math.min(main.right, innerWidth)) / 2;
  const y = (Math.max(main.top, 0) + Math.min(main.bottom, innerHeight)) / 2;
  const places = new Map<LeverName, LeverPlace>();
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const band = bands.find((other) => other.part === 'padding' && other.side === side);
    const isRow = side === 'left' || side === 'right';
    const { left, top, right, bottom } = band?.rect ?? { left: main[side], right: main[side], top: main[side], bottom: main[side] };
    places.set(`padding-${side}`, { x: isRow ? (left + right) / 2 : x, y: isRow ? y : (top + bottom) / 2, isRow, px: band?.px ?? 0 });
  }
  const gap = bands.find(({ part }) => part === 'gap');
  if (gap) {
    const { left, top, right, bottom } = gap.rect;
    places.set('gap', { x: (left + right) / 2, y: (top + bottom) / 2, isRow: gap.side === 'row', px: gap.px });
  }
  return places;
}

// CSS lengths in pixels, measured all at once and beside the page.
function measured(root: ShadowRoot, lengths: readonly string[]): number[] {
  const ruler = document.createElement('div');
  for (const length of lengths) {
    const line = document.createElement('div');
    line.style.width = length;
    ruler.append(line);
  }
  root.append(ruler);
  const pixels = [...ruler.children].map((line) => line.getBoundingClientRect().width);
  ruler.remove();
  return pixels;
}
