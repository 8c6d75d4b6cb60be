// Outlines, names and drop indicators over the page, in a shadow root that the page's style can't reach. Measured once a frame, and only
// what is shown.
import type { DropTarget, Rect, RefusedTarget } from './drop-target.ts';
import { Outlines, type Outline } from './outlines.ts';
import { SelectionToolbar, type SelectionToolbarEvents } from './selection-toolbar.ts';
import overlayCss from './overlay.css?inline';

export type { Outline } from './outlines.ts';

export class Overlay {
  readonly root: ShadowRoot;
  private readonly host = document.createElement('pagewright-overlay');
  private readonly hover = box('hover');
  private readonly line = box('line');
  private readonly area = box('area');
  private readonly reason = box('reason');
  private readonly ghost = box('ghost');
  private readonly marquee = box('marquee');
  private readonly selection: Outlines;
  private hovered: Outline | null = null;
  private readonly toolbar: SelectionToolbar;
  private hasToolbar = false;
  private scale = 1;
  private frame = 0;
  private follower: (main: Rect | null, unit: number) => void = () => undefined;

  constructor(events: SelectionToolbarEvents) {
    this.toolbar = new SelectionToolbar(events);
    this.root = this.host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(overlayCss);
    this.root.adoptedStyleSheets = [sheet];
    this.root.append(this.area, this.hover, this.line, this.reason, this.ghost, this.marquee, this.toolbar.root);
    this.selection = new Outlines(this.root, this.line, () => this.refresh());
    addEventListener('scroll', () => this.refresh(), { capture: true, passive: true });
    addEventListener('resize', () => this.refresh());
  }

  // The page's documentElement may be changed by a new page; the overlay stands beside the body.
  attach(): void {
    document.documentElement.append(this.host);
    this.refresh();
  }

  // All that is selected; the main one of them shows its name.
  select(elements: readonly HTMLElement[], main: Outline | null): void {
    this.selection.select(elements, main);
  }

  // Below the main selected node's upper left corner, within view.
  menuPoint(): { x: number; y: number } {
    const rect = this.selection.mainRect();
    const within = (value: number, limit: number) => Math.min(Math.max(value, 0), limit);
    return { x: within((rect?.left ?? 0) + 16, innerWidth), y: within((rect?.top ?? 0) + 16, innerHeight) };
  }

  // Whether the selected can be changed at the moment.
  showToolbar(isShown: boolean): void {
    this.hasToolbar = isShown;
    if (!isShown) this.toolbar.hide();
    this.refresh();
  }

  setSelectsSeveral(isOn: boolean): void {
    this.toolbar.setSelectsSeveral(isOn);
  }

  // What is drawn with the selection: told the main node's box, and what a pixel of the screen is in the frame's own.
  follow(draw: (main: Rect | null, unit: number) => void): void {
    this.follower = draw;
  }

  hoverOver(outline: Outline | null): void {
    this.hovered = outline;
    this.refresh();
  }

  // Where a dragged thing would land; a slot that refuses it says why, also where one around it takes it.
  showDrop(target: DropTarget | RefusedTarget | null): void {
    const line = target?.refusal === null ? target.line : null;
    const refused = target?.refusal === null ? target.passed : target;
    this.area.hidden = target === null;
    this.line.hidden = line === null;
    this.reason.hidden = refused === null;
    this.area.classList.toggle('refused', typeof target?.refusal === 'string');
    this.area.classList.toggle('empty', line === null);
    if (target) place(this.area, target.area, 0);
    if (line) place(this.line, onScreen(line), 3 / this.scale);
    if (refused) {
      this.reason.textContent = refused.refusal;
      this.reason.classList.toggle('passed', target !== refused);
      this.reason.style.translate = `${String(Math.max(8, refused.area.left + 8))}px ${String(Math.max(8, refused.area.top + 8))}px`;
    }
  }

  showMarquee(area: Rect | null): void {
    this.marquee.hidden = area === null;
    if (area) place(this.marquee, area, 0);
  }

  showGhost(label: string | null, x = 0, y = 0): void {
    this.ghost.hidden = label === null;
    if (label === null) return;
    this.ghost.textContent = label;
    this.ghost.style.translate = `${String(x + 12)}px ${String(y + 12)}px`;
  }

  // How much the editor shrinks the canvas: lines and names keep their size on the screen.
  setScale(scale: number): void {
    this.scale = scale;
    this.host.style.setProperty('--unit', `${String(1 / scale)}px`);
    this.refresh();
  }

  // Draws anew before the next paint.
  refresh(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      const { hovered } = this;
      // The main one bears its name already.
      const isHovered = hovered?.element.isConnected === true && !this.selection.isMain(hovered.element);
      const hoverRect = isHovered ? hovered.element.getBoundingClientRect() : null;
      const main = this.selection.draw((target, rect, label) => this.drawOutline(target, rect, label));
      this.hover.hidden = hoverRect === null;
      this.hover.classList.toggle('on-selection', hovered !== null && this.selection.has(hovered.element));
      if (hoverRect) this.drawOutline(this.hover, hoverRect, hovered?.label ?? '');
      if (main && this.hasToolbar) this.toolbar.show(main, this.selection.count(), 1 / this.scale);
      else this.toolbar.hide();
      this.follower(main, 1 / this.scale);
    });
  }

  private drawOutline(target: HTMLElement, rect: Rect, label: string): void {
    place(target, rect, 0);
    target.dataset.label = label;
    target.classList.toggle('at-top', rect.top < 20 / this.scale);
  }
}

function box(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.hidden = true;
  return element;
}

// A line at the very edge of the page would be cut off.
function onScreen({ left, top, right, bottom }: Rect): Rect {
  const x = (value: number) => Math.min(Math.max(value, 2), innerWidth - 2);
  const y = (value: number) => Math.min(Math.max(value, 2), innerHeight - 2);
  return { left: x(left), top: y(top), right: x(right), bottom: y(bottom) };
}

function place({ style }: HTMLElement, { left, top, right, bottom }: Rect, thickness: number): void {
  style.translate = `${String(left - thickness / 2)}px ${String(top - thickness / 2)}px`;
  style.width = `${String(Math.max(right - left, thickness))}px`;
  style.height = `${String(Math.max(bottom - top, thickness))}px`;
}
