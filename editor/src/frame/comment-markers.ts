// Small buttons on the nodes that people talk about, in the overlay's shadow root. Drawn at most once a frame.
import type { CommentMarker } from '../session/commenting.ts';

import markersCss from './comment-markers.css?inline';
import type { NodeIndex } from './node-index.ts';

// More at once can't be told apart.
const mostDrawn = 100;

export class CommentMarkers {
  private readonly index: NodeIndex;
  private readonly onPress: (id: string) => void;
  private readonly layer = document.createElement('div');
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private markers: readonly CommentMarker[] = [];
  private isVisible = true;
  private frame = 0;
  private readonly resizes = new ResizeObserver(() => this.refresh());

  constructor(root: ShadowRoot, index: NodeIndex, onPress: (id: string) => void) {
    this.index = index;
    this.onPress = onPress;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(markersCss);
    root.adoptedStyleSheets.push(sheet);
    this.layer.className = 'comment-markers';
    root.append(this.layer);
    addEventListener('scroll', () => this.refresh(), { capture: true, passive: true });
    addEventListener('resize', () => this.refresh());
  }

  show(markers: readonly CommentMarker[]): void {
    this.markers = markers;
    const nodes = new Set(markers.map(({ node }) => node));
    for (const [node, button] of this.buttons) if (!nodes.has(node)) this.remove(node, button);
    this.resizes.disconnect();
    if (markers.length > 0) this.resizes.observe(document.body);
    this.refresh();
  }

  setVisible(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.layer.hidden = !isVisible;
    this.refresh();
  }

  // Draws anew before the next paint.
  refresh(): void {
    if (this.markers.length === 0) return;
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (this.isVisible) this.draw();
    });
  }

  // Everything is measured before anything is changed.
  private draw(): void {
    const measured = this.markers.map((marker) => ({ marker, rect: this.index.element(marker.node)?.getBoundingClientRect() }));
    let drawn = 0;
    for (const { marker, rect } of measured) {
      const isInView = rect !== undefined && rect.bottom > 0 && rect.top < innerHeight && (rect.width > 0 || rect.height > 0);
      const known = this.buttons.get(marker.node);
      if (!isInView || drawn === mostDrawn) {
        if (known) this.remove(marker.node, known);
        continue;
      }
      drawn += 1;
      const button = known ?? this.add(marker.node);
      button.textContent = String(marker.count);
      button.setAttribute('aria-label', marker.label);
      button.title = marker.label;
      button.style.translate = `${String(Math.min(rect.right, innerWidth) - 4)}px ${String(Math.max(rect.top, 4))}px`;
    }
  }

  private add(node: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'comment-marker';
    button.addEventListener('click', () => this.onPress(node));
    this.buttons.set(node, button);
    this.layer.append(button);
    return button;
  }

  private remove(node: string, button: HTMLButtonElement): void {
    button.remove();
    this.buttons.delete(node);
  }
}
