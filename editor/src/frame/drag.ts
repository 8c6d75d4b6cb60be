import type { DragSource, DropPlace } from '../session/dragging.ts';
import type { ComponentRules } from '../session/slot-rules.ts';

import { findDropTarget, type Point } from './drop-target.ts';
import { chainAt, type Dragged } from './measure.ts';
import type { Overlay } from './overlay.ts';
import type { PageView } from './page-view.ts';
import { scrollPage, scrollSpeed } from './scrolling.ts';

export interface DragOutcome {
  source: DragSource;
  place: DropPlace | null;
  refusal: string | null;
}

// One drag over the page, whoever holds the pointer: the editor's sidebar or the canvas itself.
export class Drag {
  readonly source: DragSource;
  private readonly page: PageView;
  private readonly overlay: Overlay;
  private readonly rules: Readonly<Record<string, ComponentRules>>;
  private readonly dragged: Dragged;
  private readonly onTarget: (place: DropPlace | null, refusal: string | null) => void;
  private point: Point | null = null;
  private place: DropPlace | null = null;
  private refusal: string | null = null;
  private frame = 0;

  constructor(
    source: DragSource,
    page: PageView,
    overlay: Overlay,
    rules: Readonly<Record<string, ComponentRules>>,
    onTarget: (place: DropPlace | null, refusal: string | null) => void,
  ) {
    this.source = source;
    this.page = page;
    this.overlay = overlay;
    this.rules = rules;
    this.onTarget = onTarget;
    const ids = source.kind === 'nodes' ? source.ids : [];
    const components = source.kind === 'nodes' ? ids.map((id) => page.index.component(id)) : [source.component];
    this.dragged = { ids: new Set(ids), components };
    for (const id of ids) page.index.element(id)?.setAttribute('data-pagewright-dragged', '');
    overlay.hoverOver(null);
  }

  label(): string {
    const [component = '', ...others] = this.dragged.components;
    return others.length > 0 ? `${String(others.length + 1)} components` : (this.rules[component]?.label ?? component);
  }

  // In the frame's own pixels. Targets are looked for once a frame.
  move(x: number, y: number): void {
    this.point = { x, y };
    this.frame ||= requestAnimationFrame(this.step);
  }

  drop(): DragOutcome {
    if (this.point) this.aim(this.point);
    this.end();
    return { source: this.source, place: this.place, refusal: this.refusal };
  }

  end(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.page.revealSlots(null);
    this.overlay.showDrop(null);
    this.overlay.showGhost(null);
    for (const id of this.dragged.ids) this.page.index.element(id)?.removeAttribute('data-pagewright-dragged');
  }

  private readonly step = (): void => {
    this.frame = 0;
    const { point } = this;
    if (!point) return;
    this.aim(point);
    const speed = scrollSpeed(point);
    if (speed !== 0 && scrollPage(speed)) this.frame = requestAnimationFrame(this.step);
  };

  private aim(point: Point): void {
    const isInside = point.x >= 0 && point.y >= 0 && point.x < innerWidth && point.y < innerHeight;
    const chain = isInside ? chainAt(point, this.dragged, this.page.index, this.rules) : [];
    const target = isInside ? findDropTarget(point, chain) : null;
    this.page.revealSlots(chain[0]?.id ?? null);
    const place = target?.refusal === null ? { parent: target.parent, slot: target.slot, before: target.before } : null;
    this.overlay.showDrop(target);
    if (JSON.stringify(place) === JSON.stringify(this.place) && (target?.refusal ?? null) === this.refusal) return;
    this.place = place;
    this.refusal = target?.refusal ?? null;
    this.onTarget(this.place, this.refusal);
  }
}
