import type { SpacingPart } from './adjusting.ts';
import type { CanvasUpdate } from './canvas-update.ts';
import { Commenting } from './commenting.ts';
import type { ServerMessage } from './connection/protocol.ts';
import type { Dragging, DragOutside } from './dragging.ts';
import type { EditorRequest } from './editor-requests.ts';
import { initialState, type EditorQuestion, type EditorState, type MenuPoint } from './editor-state.ts';
import { Emitter, Observable } from './observable.ts';
import type { Notice } from './page-session-options.ts';

// What the parts of the screen around an open page show, and tell each other.
export class PageSignals {
  readonly state = new Observable<EditorState>(initialState);
  readonly updates = new Emitter<CanvasUpdate>();
  readonly opened = new Emitter<undefined>();
  readonly textRequests = new Emitter<string>();
  readonly reveals = new Emitter<string>();
  readonly dragging = new Observable<Dragging | null>(null);
  readonly dragOutside = new Observable<DragOutside | null>(null);
  // What is asked of the author in a dialog, and where the menu of the selection stands open.
  readonly question = new Observable<EditorQuestion | null>(null);
  readonly menu = new Observable<MenuPoint | null>(null);
  readonly menuRequests = new Emitter<undefined>();
  readonly notices = new Emitter<Notice>();
  // Said to those who can't see what a gesture has done.
  readonly announcements = new Emitter<string>();
  readonly serverNews = new Emitter<Extract<ServerMessage, { type: 'page' | 'version' | 'comments' }>>();
  readonly commenting = new Commenting();
  // Which distances of the selected node the style panel points at.
  readonly spacing = new Observable<SpacingPart | null>(null);
  readonly requests = new Emitter<EditorRequest>();

  // Asks the canvas to edit a node's text where it stands.
  editText(id: string): void {
    this.textRequests.emit(id);
  }

  // Asks the canvas to bring a node into view, without selecting it.
  reveal(id: string): void {
    this.reveals.emit(id);
  }

  hover(id: string | null): void {
    this.state.update({ hovered: id });
  }
}
