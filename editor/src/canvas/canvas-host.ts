import type { JsonValue } from '../engine/json.ts';
import { insertComponent, moveNodes } from '../session/commands.ts';
import type { PointedPlace } from '../session/connection/protocol.ts';
import type { DragSource, DropPlace } from '../session/dragging.ts';
import type { EditorState } from '../session/editor-state.ts';
import type { Unsubscribe } from '../session/observable.ts';
import type { PageSession } from '../session/page-session.ts';
import type { PastedContent } from '../session/pasted-content.ts';
import { colorOf } from '../session/person-colors.ts';
import { tellRefusal } from '../session/refusals.ts';
import { selectAndTell } from '../session/selection.ts';

import { AdjustingHost } from './adjusting-host.ts';
import type { FrameChannel } from './frame-channel.ts';
import { toolbarCommands, type FrameMessage, type HostMessage, type KeyPress, type ToolbarCommand } from './protocol.ts';

export interface CanvasHostEvents {
  onKey: (press: KeyPress) => void;
  onPaste: (content: PastedContent) => void;
  onZoom: (steps: number) => void;
  onCommand: (command: ToolbarCommand) => void;
  onOpened: () => void;
  onTextEditing: (isEditing: boolean) => void;
}

// The editor's side of the canvas: tells the frame what the session shows, and the session what the author did there.
export class CanvasHost {
  private readonly session: PageSession;
  private readonly iframe: HTMLIFrameElement;
  private readonly channel: FrameChannel;
  private readonly events: CanvasHostEvents;
  private readonly subscriptions: Unsubscribe[] = [];
  private port: MessagePort | null = null;
  private shown: EditorState;
  private unwatchLock: Unsubscribe = () => undefined; // of the node whose text is edited
  private readonly adjusting: AdjustingHost;

  constructor(session: PageSession, iframe: HTMLIFrameElement, channel: FrameChannel, events: CanvasHostEvents) {
    this.session = session;
    this.iframe = iframe;
    this.channel = channel;
    this.events = events;
    this.shown = session.state.get();
    this.adjusting = new AdjustingHost(session, (message) => this.send(message));
    this.subscriptions.push(
      channel.port.subscribe(() => this.connect()),
      session.opened.on(() => this.open()),
      session.updates.on(({ patches, components }) => this.send({ type: 'patches', patches, components })),
      session.state.subscribe(() => this.follow()),
      session.people.others.subscribe(() => this.sendPeople()),
      session.commenting.markers.subscribe(() => this.sendMarkers()),
      session.reveals.on((id) => this.send({ type: 'reveal', id })),
      session.menuRequests.on(() => this.send({ type: 'ask-menu' })),
      session.textRequests.on((id) => {
        if (!this.refusesText(id)) this.send({ type: 'edit-text', id });
      }),
    );
    this.connect();
  }

  close(): void {
    this.session.people.show({ editing: null, cursor: null });
    for (const unsubscribe of this.subscriptions) unsubscribe();
    this.unwatchLock();
    this.adjusting.close();
    if (this.port) this.port.onmessage = null;
    this.port = null;
  }

  // Coordinates are the window's; the frame's own are those inside of it, before it is scaled.
  dragStart(source: DragSource): void {
    this.send({ type: 'drag-start', source });
  }

  dragMove(clientX: number, clientY: number): void {
    const { left, top, scale } = this.frameBox();
    this.send({ type: 'drag-move', x: (clientX - left) / scale, y: (clientY - top) / scale });
  }

  dragDrop(): void {
    this.send({ type: 'drag-drop' });
  }

  dragCancel(): void {
    this.send({ type: 'drag-cancel' });
  }

  private frameBox(): { left: number; top: number; scale: number } {
    const { left, top, width } = this.iframe.getBoundingClientRect();
    return { left, top, scale: width / this.iframe.clientWidth || 1 };
  }

  private openMenu(x: number, y: number): void {
    const { left, top, scale } = this.frameBox();
    this.session.menu.set({ x: left + x * scale, y: top + y * scale });
  }

  private connect(): void {
    this.port = this.channel.port.get();
    if (!this.port) return;
    this.port.onmessage = ({ data }: MessageEvent<FrameMessage>) => this.receive(data);
    this.sendMode(this.session.state.get());
    this.sendSelectsSeveral(this.session.state.get());
    this.send({ type: 'scale', scale: this.session.state.get().scale });
    if (this.session.hasPage()) this.open();
  }

  private open(): void {
    if (!this.port) return; // a frame that comes later starts from the page as it is then
    this.send({ type: 'rules', rules: this.session.library.rules });
    this.send({ type: 'open', html: this.session.canvasHtml(), components: this.session.tree.components() });
    this.send({ type: 'select', ids: this.session.state.get().selected, reveal: false });
    this.sendPeople();
    this.sendMarkers();
    this.adjusting.open();
  }

  private sendMarkers(): void {
    this.send({ type: 'comments', markers: [...this.session.commenting.markers.get()] });
  }

  private sendPeople(): void {
    const people = this.session.people.others
      .get()
      .map(({ client, user, color, selection, editing, cursor }) => ({ client, name: user.name, color: colorOf(color), selection, editing, cursor }));
    this.send({ type: 'people', people });
  }

  private follow(): void {
    const before = this.shown;
    const state = this.session.state.get();
    this.shown = state;
    if (state.selected !== before.selected) {
      this.send({ type: 'select', ids: state.selected, reveal: state.selectedFrom === 'editor' });
    }
    if (state.selectsSeveral !== before.selectsSeveral) this.sendSelectsSeveral(state);
    if (state.scale !== before.scale) this.send({ type: 'scale', scale: state.scale });
    if (state.hovered !== before.hovered) this.send({ type: 'hover', id: state.hovered });
    if (state.mode !== before.mode || state.canEdit !== before.canEdit) this.sendMode(state);
  }

  private sendMode({ mode, canEdit }: EditorState): void {
    this.send({ type: 'mode', mode, canEdit });
  }

  private sendSelectsSeveral({ selectsSeveral }: EditorState): void {
    this.send({ type: 'select-several', isOn: selectsSeveral });
  }

  private send(message: HostMessage): void {
    this.port?.postMessage(message);
  }

  private receive(message: FrameMessage): void {
    switch (message.type) {
      case 'opened':
        return this.events.onOpened();
      case 'select':
        this.session.menu.set(null);
        return selectAndTell(this.session, message.ids, 'canvas');
      case 'hover':
        this.shown = { ...this.shown, hovered: message.id };
        return this.session.hover(message.id);
      case 'text':
        return this.setText(message);
      case 'editing':
        return this.followEditing(this.knownNode(message.id));
      case 'comment-marker':
        this.session.select(message.id, 'canvas');
        return this.session.commenting.isOpen.set(true);
      case 'cursor':
        return this.session.people.show({ cursor: this.knownPlace(message.place) });
      case 'adjust':
        return this.adjusting.adjust(message);
      case 'drop-target':
        return;
      case 'drag-outside':
        return this.dragOutside(message.source, message.x, message.y);
      case 'drag-inside':
        return this.session.dragOutside.set(null);
      case 'drop':
        return this.drop(message.source, message.place, message.refusal);
      case 'key':
        return this.events.onKey(message.press);
      case 'paste':
        return this.events.onPaste(message.content);
      case 'command':
        return toolbarCommands.includes(message.command) ? this.events.onCommand(message.command) : undefined;
      case 'menu':
        return this.openMenu(message.x, message.y);
      case 'zoom':
        return this.events.onZoom(message.steps);
    }
  }

  // What the frame says of nodes is told to others, so it has to be true of the page.
  private knownNode(id: string | null): string | null {
    return id !== null && this.session.tree.node(id) ? id : null;
  }

  private knownPlace(place: PointedPlace | null): PointedPlace | null {
    if (!place) return null;
    const share = (value: number) => Math.round(Math.min(Math.max(value, 0), 10_000)) || 0;
    return { node: this.knownNode(place.node), x: share(place.x), y: share(place.y) };
  }

  private followEditing(id: string | null): void {
    const isRefused = id !== null && this.refusesText(id);
    if (isRefused) this.send({ type: 'stop-text' });
    const edited = isRefused ? null : id;
    this.watchLock(edited);
    this.session.people.show({ editing: edited });
    this.events.onTextEditing(edited !== null);
  }

  // Says why the text of a node may not be edited, where that is so.
  private refusesText(id: string): boolean {
    const message = this.session.lockedMessage(id);
    if (message === null) return false;
    tellRefusal(this.session, { message });
    return true;
  }

  // The lock can come from somebody else, and on what the node stands in.
  private watchLock(id: string | null): void {
    this.unwatchLock();
    if (id === null) return;
    this.unwatchLock = this.session.tree.onPath(id, () => {
      if (!this.refusesText(id)) return;
      this.unwatchLock();
      this.send({ type: 'stop-text' });
    });
  }

  private setText({ id, prop, value, edit }: Extract<FrameMessage, { type: 'text' }>): void {
    const node = this.session.tree.node(id);
    const title = node && (this.session.library.propSchema(node.component, prop)?.title ?? prop);
    const label = `Edit ${title ?? prop}`;
    const refusal = this.session.apply(label, [{ type: 'set_prop', id, key: prop, value: value as JsonValue }], {
      coalesce: `text:${id}:${prop}:${String(edit)}`,
    });
    tellRefusal(this.session, refusal);
  }

  private dragOutside(source: DragSource, x: number, y: number): void {
    const { left, top, scale } = this.frameBox();
    this.session.dragOutside.set({ source, x: left + x * scale, y: top + y * scale, isDropped: false });
  }

  private drop(source: DragSource, place: DropPlace | null, refusal: string | null): void {
    const outside = this.session.dragOutside.get();
    if (outside) {
      // Whoever it was let go over takes it.
      this.session.dragOutside.set({ ...outside, isDropped: true });
      return this.session.dragOutside.set(null);
    }
    if (!place) {
      return tellRefusal(this.session, refusal === null ? null : { message: refusal });
    }
    const refused =
      source.kind === 'component' ? insertComponent(this.session, source.component, place) : moveNodes(this.session, source.ids, place);
    tellRefusal(this.session, refused);
  }
}
