import { nextZoom } from '../../canvas/canvas-size.ts';
import type { EditorCommand } from '../../canvas/keys.ts';
import type { EngineRefusal } from '../../engine/engine.ts';
import { copySelection, cutSelection } from '../../session/clipboard.ts';
import { duplicateNode, moveAmongSiblings, removeNode } from '../../session/commands.ts';
import type { PageSession } from '../../session/page-session.ts';
import { selectFirstChild, selectParent, selectSibling } from '../../session/selection.ts';

// Does what a key asks for. Gives the engine's refusal, if it refused.
export function runCommand(session: PageSession, command: EditorCommand): EngineRefusal | null {
  const { selection, scale } = session.state.get();
  const onSelection = (act: (id: string) => EngineRefusal | null) => (selection === null ? null : act(selection));
  switch (command) {
    case 'delete':
      return onSelection((id) => removeNode(session, id));
    case 'duplicate':
      return onSelection((id) => duplicateNode(session, id));
    case 'undo':
      session.undo();
      return null;
    case 'redo':
      session.redo();
      return null;
    case 'copy':
      writeClipboard(copySelection(session));
      return null;
    case 'cut':
      writeClipboard(cutSelection(session));
      return null;
    case 'paste':
      return null; // comes with the browser's paste event
    case 'select-parent':
      selectParent(session);
      return null;
    case 'enter':
      enter(session, selection);
      return null;
    case 'select-previous':
      selectSibling(session, -1);
      return null;
    case 'select-next':
      selectSibling(session, 1);
      return null;
    case 'select-first-child':
      selectFirstChild(session);
      return null;
    case 'move-up':
      return onSelection((id) => moveAmongSiblings(session, id, -1));
    case 'move-down':
      return onSelection((id) => moveAmongSiblings(session, id, 1));
    case 'breakpoint-base':
      session.state.update({ breakpoint: 'base' });
      return null;
    case 'breakpoint-tablet':
      session.state.update({ breakpoint: 'tablet' });
      return null;
    case 'breakpoint-mobile':
      session.state.update({ breakpoint: 'mobile' });
      return null;
    case 'zoom-in':
      session.state.update({ zoom: nextZoom(scale, 1) });
      return null;
    case 'zoom-out':
      session.state.update({ zoom: nextZoom(scale, -1) });
      return null;
    case 'zoom-fit':
      session.state.update({ zoom: 'fit' });
      return null;
  }
}

// A container is entered; anything else has its text edited.
function enter(session: PageSession, selection: string | null): void {
  if (selection === null) return selectFirstChild(session);
  const hasChildren = Object.values(session.tree.children(selection)).some((children) => children.length > 0);
  if (hasChildren) selectFirstChild(session);
  else session.editText(selection);
}

function writeClipboard(text: string | null): void {
  // Refused while the canvas has the focus; what was copied is kept in the browser's storage as well.
  if (text !== null && 'clipboard' in navigator) navigator.clipboard.writeText(text).catch(() => undefined);
}
