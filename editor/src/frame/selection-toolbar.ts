// The small toolbar on the main selected node: a handle to move it by, and what is done most often.
import type { ToolbarCommand } from '../canvas/protocol.ts';
import type { Point, Rect } from './drop-target.ts';

export interface SelectionToolbarEvents {
  onCommand: (command: ToolbarCommand) => void;
  onMenu: (at: Point) => void;
  // The handle was pressed: what follows is a drag, or a click that does the same without one.
  onGrip: (event: PointerEvent) => void;
}

const gap = 4; // between the toolbar and what it stands on, in pixels of the screen

export class SelectionToolbar {
  readonly root = document.createElement('div');
  private readonly title = document.createElement('span');
  private readonly several: HTMLButtonElement;
  private fitted = '';
  private width = 0;
  private height = 0;

  constructor(events: SelectionToolbarEvents) {
    const { root } = this;
    root.className = 'selection-toolbar';
    root.setAttribute('role', 'toolbar');
    root.setAttribute('aria-label', 'Selection');
    root.hidden = true;
    this.title.className = 'count';
    const grip = button('Move', gripIcon, () => events.onCommand('move-to'));
    grip.classList.add('grip');
    grip.addEventListener('pointerdown', (event) => events.onGrip(event));
    this.several = button('Select several', severalIcon, () => events.onCommand('select-several'));
    this.setSelectsSeveral(false);
    const more = button('More', moreIcon, () => {
      const { left, bottom } = more.getBoundingClientRect();
      events.onMenu({ x: left, y: bottom + gap });
    });
    more.setAttribute('aria-haspopup', 'menu');
    root.append(
      grip,
      this.title,
      this.several,
      button('Duplicate', duplicateIcon, () => events.onCommand('duplicate')),
      button('Delete', deleteIcon, () => events.onCommand('delete')),
      more,
    );
    root.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step !== undefined) this.focusBeside(event.target, step);
      // Keys on a button are its own, and Escape and the rest the editor's.
      if (step !== undefined || event.key === 'Enter' || event.key === ' ') event.stopPropagation();
    });
  }

  setSelectsSeveral(isOn: boolean): void {
    this.several.setAttribute('aria-pressed', String(isOn));
  }

  hide(): void {
    this.root.hidden = true;
  }

  // Above the right end of the node's box, or inside of it where there is no room above. `unit` is a pixel of the screen in the frame's own.
  show(rect: Rect, count: number, unit: number): void {
    const isInView = rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth;
    this.root.hidden = !isInView;
    if (!isInView) return;
    this.fit(count, unit);
    const above = rect.top - this.height - gap * unit;
    const top = above >= 0 ? above : Math.max(rect.top, 0) + gap * unit;
    const left = Math.min(Math.max(rect.right - this.width, rect.left, 0), innerWidth - this.width);
    this.root.style.translate = `${String(left)}px ${String(top)}px`;
  }

  // It is measured only when it has become another: measuring lays the page out.
  private fit(count: number, unit: number): void {
    const fitted = `${String(count)} ${String(unit)}`;
    if (fitted === this.fitted) return;
    this.fitted = fitted;
    this.title.hidden = count < 2;
    this.title.textContent = `${String(count)} selected`;
    this.width = this.root.offsetWidth;
    this.height = this.root.offsetHeight;
  }

  private focusBeside(focused: EventTarget | null, step: number): void {
    const buttons = [...this.root.querySelectorAll('button')];
    const index = buttons.indexOf(focused as HTMLButtonElement);
    buttons[(index + step + buttons.length) % buttons.length]?.focus();
  }
}

function button(label: string, icon: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.title = label;
  element.setAttribute('aria-label', label);
  element.append(drawing(icon));
  element.addEventListener('click', onClick);
  return element;
}

// Outlines in a square of 24, as the icons of the editor are.
const gripIcon = 'M9 5h.01M9 12h.01M9 19h.01M15 5h.01M15 12h.01M15 19h.01';
const severalIcon = 'M4 7l2 2 4-4M4 17l2 2 4-4M14 7h7M14 17h7';
const duplicateIcon = 'M10 8h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2ZM4 16a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2';
const deleteIcon = 'M4 7h16M10 11v6M14 11v6M6 7l1 12a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2l1-12M9 7V4h6v3';
const moreIcon = 'M5 12h.01M12 12h.01M19 12h.01';

function drawing(path: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const outline = document.createElementNS(namespace, 'path');
  outline.setAttribute('d', path);
  svg.append(outline);
  return svg;
}
