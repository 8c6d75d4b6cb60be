import { editorKey, isPreviewKey } from '../canvas/keys.ts';
import type { FrameMessage, HostMessage } from '../canvas/protocol.ts';
import { pastedContent } from '../session/pasted-content.ts';
import type { ComponentRules } from '../session/slot-rules.ts';

import { Adjusting } from './adjusting.ts';
import canvasCss from './canvas.css?inline';
import { CommentMarkers } from './comment-markers.ts';
import { Drag } from './drag.ts';
import { isInField, pressesOverlay } from './in-field.ts';
import { Marquee } from './marquee.ts';
import { Overlay, type Outline } from './overlay.ts';
import { followOwnCursor } from './own-cursor.ts';
import { PageView } from './page-view.ts';
import { PeopleOverlay } from './people-overlay.ts';
import { listenToPointer, type Pointer } from './pointer.ts';
import { TextEditing, type TextKind } from './text-editing.ts';
import { TextTools } from './text-tools.ts';

// Everything inside of the canvas iframe: the page, the overlay and what the author does with both.
export class Canvas {
  private readonly send: (message: FrameMessage) => void;
  private readonly page = new PageView(canvasCss);
  private readonly overlay: Overlay;
  private readonly people: PeopleOverlay;
  private readonly comments: CommentMarkers;
  private readonly text: TextEditing;
  private readonly adjusting: Adjusting;
  private rules: Readonly<Record<string, ComponentRules>> = {};
  private mode: 'edit' | 'preview' = 'edit';
  private canEdit = false;
  private selected: readonly string[] = []; // the last one is the main one
  private selectsSeveral = false;
  private drag: Drag | null = null;
  private isDragOutside = false;
  private marquee: Marquee | null = null;
  private readonly pointer: Pointer;

  constructor(send: (message: FrameMessage) => void) {
    this.send = send;
    this.overlay = new Overlay({
      onCommand: (command) => send({ type: 'command', command }),
      onMenu: ({ x, y }) => send({ type: 'menu', x, y }),
      onGrip: (event) => {
        const main = this.selected.at(-1);
        if (main !== undefined) this.pointer.grip(main, event);
      },
    });
    this.people = new PeopleOverlay(this.overlay.root, this.page.index);
    this.comments = new CommentMarkers(this.overlay.root, this.page.index, (id) => send({ type: 'comment-marker', id }));
    this.adjusting = new Adjusting(this.overlay.root, this.page.index, {
      onAdjust: (adjustment) => send({ type: 'adjust', ...adjustment }),
      onRedraw: () => this.overlay.refresh(),
    });
    this.overlay.follow((main, unit) => this.adjusting.draw(main, unit));
    this.text = new TextEditing(new TextTools(this.overlay.root), {
      kindOf: (id, prop) => this.textKind(id, prop),
      onStart: (id) => {
        this.page.hold(id);
        this.showToolbar();
        send({ type: 'editing', id });
      },
      onChange: (change) => send({ type: 'text', ...change }),
      onEnd: () => {
        this.page.release();
        this.showToolbar();
        send({ type: 'editing', id: null });
      },
    });
    this.pointer = this.listen();
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'rules':
        this.rules = message.rules;
        return this.page.setRules(message.rules);
      case 'open':
        return this.open(message.html, message.components);
      case 'patches':
        this.page.apply(message.patches, message.components);
        this.people.refresh();
        this.comments.refresh();
        return this.showSelection();
      case 'select':
        return this.select(message.ids, message.reveal);
      case 'select-several':
        this.selectsSeveral = message.isOn;
        return this.overlay.setSelectsSeveral(message.isOn);
      case 'hover':
        return this.overlay.hoverOver(this.outline(message.id));
      case 'mode':
        return this.setMode(message.mode, message.canEdit);
      case 'scale':
        return this.overlay.setScale(message.scale);
      case 'edit-text':
        return this.editText(message.id);
      case 'stop-text':
        return this.text.abandon();
      case 'reveal':
        return this.reveal(message.id);
      case 'people':
        return this.people.show(message.people);
      case 'comments':
        return this.comments.show(message.markers);
      case 'token-steps':
        return this.adjusting.setSteps(message.steps);
      case 'adjustable':
        return this.adjusting.setNode(message.node);
      case 'adjusted':
        return this.adjusting.settle();
      case 'spacing':
        return this.adjusting.ask(message.part);
      case 'ask-menu':
        return this.send({ type: 'menu', ...this.overlay.menuPoint() });
      case 'drag-start':
        return this.startDrag(message.source);
      case 'drag-move':
        return this.drag?.move(message.x, message.y);
      case 'drag-drop':
        return this.endDrag();
      case 'drag-cancel':
        return this.cancelDrag();
    }
  }

  private open(html: string, components: Record<string, string>): void {
    this.text.finish();
    this.cancelDrag();
    this.page.open(html, components);
    this.overlay.attach();
    this.people.refresh();
    this.comments.refresh();
    this.setMode(this.mode, this.canEdit);
    this.showSelection();
    this.adjusting.settle();
    this.send({ type: 'opened' });
  }

  private setMode(mode: 'edit' | 'preview', canEdit: boolean): void {
    this.text.finish();
    this.mode = mode;
    this.canEdit = canEdit;
    document.documentElement.toggleAttribute('data-pagewright-preview', mode === 'preview');
    this.page.setZones(mode === 'edit');
    this.overlay.hoverOver(null);
    this.people.setVisible(mode === 'edit');
    this.comments.setVisible(mode === 'edit');
    this.showSelection();
    this.showToolbar();
  }

  private select(ids: readonly string[], isRevealed: boolean): void {
    this.selected = ids;
    this.showSelection();
    const id = ids.at(-1);
    if (isRevealed && id !== undefined) this.reveal(id);
  }

  private reveal(id: string): void {
    const element = this.page.index.element(id);
    for (let details = element?.closest('details'); details; details = details.parentElement?.closest('details')) details.open = true;
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private showSelection(): void {
    this.showSelected(this.mode === 'edit' ? this.selected : []);
  }

  private showSelected(ids: readonly string[]): void {
    const elements = ids.map((id) => this.page.index.element(id)).filter((element) => element !== undefined);
    this.adjusting.setSelected(ids);
    this.overlay.select(elements, this.outline(ids.at(-1) ?? null));
  }

  // What the author chose here: shown at once, and told to the editor.
  private choose(ids: readonly string[]): void {
    this.selected = ids;
    this.showSelection();
    this.send({ type: 'select', ids });
  }

  // What was pressed and is not selected yet: alone, or with the others.
  private chooseAlso(id: string): void {
    this.choose(this.selectsSeveral ? this.page.index.toggled(this.selected, id) : [id]);
  }

  private outline(id: string | null): Outline | null {
    const element = id === null ? undefined : this.page.index.element(id);
    if (id === null || !element) return null;
    const component = this.page.index.component(id);
    return { element, label: this.rules[component]?.label ?? component };
  }

  private editText(id: string): void {
    const element = this.page.index.element(id);
    if (!element || !this.canEdit) return;
    window.focus();
    this.text.startIn(element);
  }

  private textKind(id: string, prop: string): TextKind {
    const rules = this.rules[this.page.index.component(id)];
    if (rules?.richText.includes(prop)) return 'rich';
    return rules?.multiline.includes(prop) ? 'multiline' : 'plain';
  }

  private startDrag(source: Drag['source']): void {
    this.text.finish();
    this.overlay.showToolbar(false);
    this.adjusting.setActive(false);
    this.drag = new Drag(source, this.page, this.overlay, this.rules, (place, refusal) => {
      this.adjusting.showContainer(place && this.page.index.owner(place.parent));
      this.send({ type: 'drop-target', place, refusal });
    });
  }

  private endDrag(): void {
    const outcome = this.drag?.drop();
    this.drag = null;
    this.adjusting.showContainer(null);
    this.isDragOutside = false;
    if (outcome) this.send({ type: 'drop', ...outcome });
    this.showToolbar();
  }

  private cancelDrag(): void {
    this.drag?.end();
    this.drag = null;
    this.adjusting.showContainer(null);
    if (this.isDragOutside) this.send({ type: 'drag-inside' });
    this.isDragOutside = false;
    this.showToolbar();
  }

  private showToolbar(): void {
    const isShown = this.canEdit && this.drag === null && this.marquee === null && !this.text.isActive();
    this.adjusting.setActive(isShown);
    this.overlay.showToolbar(isShown);
  }

  private startMarquee(x: number, y: number, kept: readonly string[]): void {
    this.marquee = new Marquee({ x, y }, this.page.index, kept, (area, ids) => {
      this.overlay.showMarquee(area);
      this.showSelected(ids);
    });
    this.showToolbar();
  }

  private endMarquee(isCancelled: boolean): void {
    const ids = this.marquee?.end();
    this.marquee = null;
    this.overlay.showMarquee(null);
    this.showToolbar();
    if (isCancelled || !ids) this.showSelection();
    else this.choose(ids);
  }

  private listen(): Pointer {
    this.listenToKeys();
    const isSeen = () => this.mode === 'edit' && this.people.isAnybodyHere();
    followOwnCursor(this.page.index, isSeen, (place) => this.send({ type: 'cursor', place }));
    return listenToPointer({
      isEditing: () => this.mode === 'edit',
      isInText: (target) => this.text.holds(target),
      canDrag: () => this.canEdit,
      onHover: (id) => {
        this.overlay.hoverOver(this.outline(id));
        this.send({ type: 'hover', id });
      },
      selectsSeveral: () => this.selectsSeveral,
      isSelected: (id) => this.selected.length > 1 && this.selected.includes(id),
      onSelect: (id) => this.choose(id === null ? [] : [id]),
      onToggle: (id) => this.choose(this.page.index.toggled(this.selected, id)),
      onTap: (id, target) => {
        const isAlone = this.selected.length === 1 && this.selected[0] === id;
        if (!(isAlone && this.canEdit && this.text.startAt(target))) this.choose(id === null ? [] : [id]);
      },
      onText: (target) => {
        if (this.canEdit && !this.selectsSeveral) this.text.startAt(target);
      },
      onFinishText: () => this.text.finish(),
      onHold: (id, at) => {
        if (!at) return this.overlay.showGhost(null);
        if (!this.selected.includes(id)) this.chooseAlso(id);
        this.overlay.showGhost(this.outline(id)?.label ?? null, at.x, at.y);
      },
      onDragStart: (id, x, y) => {
        this.startDrag({ kind: 'nodes', ids: this.selected.includes(id) ? this.selected : [id] });
        this.dragTo(x, y);
      },
      onDragMove: (x, y) => this.dragTo(x, y),
      onDragEnd: () => this.endDrag(),
      onDragCancel: () => this.cancelDrag(),
      onMarqueeStart: (x, y, isAdding) => this.startMarquee(x, y, isAdding ? this.selected : []),
      onMarqueeMove: (x, y) => this.marquee?.move(x, y),
      onMarqueeEnd: (isCancelled) => this.endMarquee(isCancelled),
      onMenu: (id, x, y) => {
        if (id !== null && !this.selected.includes(id)) this.chooseAlso(id);
        if (id !== null || this.canEdit) this.send({ type: 'menu', x, y });
      },
      onZoom: (steps) => this.send({ type: 'zoom', steps }),
    });
  }

  private listenToKeys(): void {
    addEventListener('keydown', (event) => {
      if (this.text.isActive() || isInField(event) || pressesOverlay(event)) return;
      const press = editorKey(event);
      if (!press || (this.mode === 'preview' && !isPreviewKey(press))) return;
      event.preventDefault();
      this.adjusting.inTurn(() => this.send({ type: 'key', press }));
    });
    addEventListener('paste', (event) => {
      if (this.text.isActive() || isInField(event) || this.mode === 'preview') return;
      event.preventDefault();
      this.send({ type: 'paste', content: pastedContent(event.clipboardData) });
    });
  }

  private dragTo(x: number, y: number): void {
    const { drag } = this;
    if (!drag) return;
    drag.move(x, y);
    this.overlay.showGhost(drag.label(), x, y);
    const isOutside = x < 0 || y < 0 || x >= innerWidth || y >= innerHeight;
    if (isOutside) this.send({ type: 'drag-outside', source: drag.source, x, y });
    else if (this.isDragOutside) this.send({ type: 'drag-inside' });
    this.isDragOutside = isOutside;
  }
}
