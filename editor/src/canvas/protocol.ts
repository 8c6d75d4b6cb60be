// What the editor and the canvas frame say to each other over one MessageChannel. The frame is of an opaque origin and holds users'
// content: nothing that it says is trusted beyond what stands here.
import type { Patch } from '../engine/patch.ts';
import type { AdjustableNode, SpacingPart, TokenSteps } from '../session/adjusting.ts';
import type { CommentMarker } from '../session/commenting.ts';
import type { PointedPlace } from '../session/connection/protocol.ts';
import type { DragSource, DropPlace } from '../session/dragging.ts';
import type { PastedContent } from '../session/pasted-content.ts';
import type { ComponentRules } from '../session/slot-rules.ts';

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

// Somebody else, as the canvas shows them.
export interface ShownPerson {
  client: string;
  name: string;
  color: string;
  selection: readonly string[];
  editing: string | null;
  cursor: PointedPlace | null;
}

export type HostMessage =
  | { type: 'rules'; rules: Record<string, ComponentRules> }
  | { type: 'open'; html: string; components: Record<string, string> }
  | { type: 'patches'; patches: Patch[]; components: Record<string, string> }
  | { type: 'select'; ids: readonly string[]; reveal: boolean } // the last one is the main one
  | { type: 'select-several'; isOn: boolean } // a tap takes one more into the selection, or out of it
  | { type: 'hover'; id: string | null }
  | { type: 'mode'; mode: 'edit' | 'preview'; canEdit: boolean }
  | { type: 'scale'; scale: number }
  | { type: 'edit-text'; id: string }
  | { type: 'stop-text' } // may not be edited, or not any more: what was not sent yet is forgotten
  | { type: 'reveal'; id: string }
  | { type: 'people'; people: ShownPerson[] }
  | { type: 'comments'; markers: CommentMarker[] }
  | { type: 'token-steps'; steps: TokenSteps }
  | { type: 'adjustable'; node: AdjustableNode | null }
  | { type: 'adjusted' } // what was asked for is on the page, or was refused
  | { type: 'spacing'; part: SpacingPart | null } // that the style panel points at
  | { type: 'ask-menu' } // of the selection, asked for by a key
  | { type: 'drag-start'; source: DragSource }
  | { type: 'drag-move'; x: number; y: number }
  | { type: 'drag-drop' }
  | { type: 'drag-cancel' };

export type FrameMessage =
  | { type: 'opened' }
  | { type: 'select'; ids: readonly string[] }
  | { type: 'hover'; id: string | null }
  | { type: 'text'; id: string; prop: string; value: unknown; edit: number }
  | { type: 'editing'; id: string | null }
  | { type: 'comment-marker'; id: string } // pressed
  | { type: 'cursor'; place: PointedPlace | null }
  | { type: 'drop-target'; place: DropPlace | null; refusal: string | null }
  | { type: 'drag-outside'; source: DragSource; x: number; y: number } // in the frame's own pixels, beyond its edges
  | { type: 'drag-inside' } // again, or not dragged any more
  | { type: 'drop'; source: DragSource; place: DropPlace | null; refusal: string | null }
  | { type: 'adjust'; id: string; property: string; value: string | null; gesture: number } // null unsets; equal gestures are one step of undo
  | { type: 'key'; press: KeyPress }
  | { type: 'paste'; content: PastedContent }
  | { type: 'command'; command: ToolbarCommand }
  | { type: 'menu'; x: number; y: number } // in the frame's own pixels
  | { type: 'zoom'; steps: number };

// What the toolbar on the selection does.
export const toolbarCommands = ['move-to', 'select-several', 'duplicate', 'delete'] as const;
export type ToolbarCommand = (typeof toolbarCommands)[number];

// The first message, by which the host hands over its end of the channel.
export const handshake = 'pagewright-canvas';
// What the frame says to its parent once it listens.
export const frameReady = 'pagewright-canvas-ready';
