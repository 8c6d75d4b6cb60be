// Outlines, names and drop indicators over the page, in a shadow root that the page's style can't reach. Measured once a frame, and only
// what is shown.
import type { DropTarget, Rect, RefusedTarget } from './drop-target.ts';
import overlayCss from './overlay.css?inline';

export interface Outline {
  element: HTMLElement;
  label: string;
}

export class Overlay {
  readonly root: ShadowRoot;
  private readonly host = document.createElement('pagewright-overlay');
  private readonly selection = box('selection');
  private readonly hover = box('hover');
  private readonly line = box('line');
  private readonly area = box('area');
  private readonly reason = box('reason');
  private readonly ghost = box('ghost');
  private selected: Outline | null = null;
  private hovered: Outline | null = null;
  private scale = 1;
  private frame = 0;
  private readonly resizes = new ResizeObserver(() => this.refresh());

  constructor() {
    this.root = this.host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(overlayCss);
    this.root.adoptedStyleSheets = [sheet];
    this.root.append(this.area, this.hover, this.selection, this.line, this.reason, this.ghost);
    addEventListener('scroll', () => this.refresh(), { capture: true, passive: true });
    addEventListener('resize', () => this.refresh());
  }

  // The page's documentElement may be changed by a new page; the overlay stands beside the body.
  attach(): void {
    document.documentElement.append(this.host);
    this.refresh();
  }

  select(outline: Outline | null): void {
    this.resizes.disconnect();
    this.selected = outline;
    if (outline) this.resizes.observe(outline.element);
    this.refresh();
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
      this.draw(this.hover, this.hovered?.element === this.selected?.element ? null : this.hovered);
      this.draw(this.selection, this.selected);
    });
  }

  private draw(target: HTMLElement, outline: Outline | null): void {
    const isShown = outline?.element.isConnected ?? false;
    target.hidden = !isShown;
    if (!outline || !isShown) return;
    const rect = outline.element.getBoundingClientRect();
    place(target, rect, 0);
    target.dataset.label = outline.label;
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
