// The outlines of all selected nodes. Only those in view are measured and drawn, however many are selected.
import type { Rect } from './drop-target.ts';

export interface Outline {
  element: HTMLElement;
  label: string;
}

export class Outlines {
  private readonly parent: ShadowRoot;
  private readonly before: Element; // the boxes stand in front of this one
  private readonly onChange: () => void;
  private readonly shown = new Map<HTMLElement, HTMLElement>(); // the boxes, by the elements that they outline
  private readonly inView: IntersectionObserver;
  private readonly resizes: ResizeObserver;
  private selected = new Set<HTMLElement>();
  private main: Outline | null = null;

  // `onChange` is called when what is to be drawn has changed.
  constructor(parent: ShadowRoot, before: Element, onChange: () => void) {
    this.parent = parent;
    this.before = before;
    this.onChange = onChange;
    this.resizes = new ResizeObserver(onChange);
    this.inView = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.show(target as HTMLElement);
        else if (target !== this.main?.element) this.hide(target as HTMLElement);
      }
      onChange();
    });
  }

  // `main` is one of the elements, and bears its name.
  select(elements: readonly HTMLElement[], main: Outline | null): void {
    const selected = new Set(elements);
    for (const element of this.selected) if (!selected.has(element)) this.forget(element);
    for (const element of selected) if (!this.selected.has(element)) this.inView.observe(element);
    this.selected = selected;
    this.main = main;
    if (main) this.show(main.element);
    this.onChange();
  }

  has(element: HTMLElement): boolean {
    return this.selected.has(element);
  }

  count(): number {
    return this.selected.size;
  }

  // Where a menu of the selection belongs that was asked for by a key; null where the main one is not on the page.
  mainRect(): Rect | null {
    return this.main?.element.getBoundingClientRect() ?? null;
  }

  isMain(element: HTMLElement): boolean {
    return this.main?.element === element;
  }

  // All is measured before anything is drawn, so that the page is laid out once. Gives the main one's box on the screen; null where
  // nothing is selected or its element is gone.
  draw(place: (box: HTMLElement, rect: Rect, label: string) => void): Rect | null {
    const measured = [...this.shown].map(([element, box]) => ({ element, box, rect: element.isConnected ? element.getBoundingClientRect() : null }));
    let drawn: Rect | null = null;
    for (const { element, box, rect } of measured) {
      const isMain = this.isMain(element);
      box.hidden = rect === null;
      box.classList.toggle('main', isMain);
      if (!rect) continue;
      place(box, rect, isMain ? (this.main?.label ?? '') : '');
      if (isMain) drawn = rect;
    }
    return drawn;
  }

  private show(element: HTMLElement): void {
    if (this.shown.has(element) || !this.selected.has(element)) return;
    const box = document.createElement('div');
    box.className = 'selection';
    this.parent.insertBefore(box, this.before);
    this.shown.set(element, box);
    this.resizes.observe(element);
  }

  private hide(element: HTMLElement): void {
    this.shown.get(element)?.remove();
    this.shown.delete(element);
    this.resizes.unobserve(element);
  }

  private forget(element: HTMLElement): void {
    this.inView.unobserve(element);
    this.hide(element);
  }
}
