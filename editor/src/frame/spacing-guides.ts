// Bands with their values over the page: how far a node's edges, what it holds and its neighbours are apart.
import type { Band } from './spacing-bands.ts';

export class SpacingGuides {
  private readonly layer = document.createElement('div');
  private readonly boxes: HTMLElement[] = [];

  constructor(root: ShadowRoot) {
    this.layer.className = 'spacing-guides';
    root.prepend(this.layer);
  }

  show(bands: readonly Band[]): void {
    for (const [index, { part, side, rect, px }] of bands.entries()) {
      const box = (this.boxes[index] ??= this.add());
      box.hidden = false;
      box.dataset.part = part;
      box.dataset.axis = side === 'left' || side === 'right' || side === 'row' ? 'row' : 'column';
      box.dataset.px = String(Math.round(px));
      box.style.translate = `${String(rect.left)}px ${String(rect.top)}px`;
      box.style.width = `${String(rect.right - rect.left)}px`;
      box.style.height = `${String(rect.bottom - rect.top)}px`;
    }
    for (const box of this.boxes.slice(bands.length)) box.hidden = true;
  }

  private add(): HTMLElement {
    const box = document.createElement('div');
    box.className = 'band';
    this.layer.append(box);
    return box;
  }
}
