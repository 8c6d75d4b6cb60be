import {
  ArrowDown,
  ArrowUp,
  BoxSelect,
  ClipboardPaste,
  Copy,
  CopyPlus,
  CornerLeftUp,
  EyeOff,
  FolderInput,
  Group,
  ListChecks,
  ListEnd,
  ListStart,
  Lock,
  MessageSquare,
  MoveUpRight,
  PaintbrushVertical,
  Paintbrush,
  Repeat2,
  Scissors,
  TextCursorInput,
  Trash2,
  Ungroup,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';

import type { CommandId } from '../../session/editor-commands.ts';

const icons: Partial<Record<CommandId, LucideIcon>> = {
  cut: Scissors,
  copy: Copy,
  paste: ClipboardPaste,
  duplicate: CopyPlus,
  'copy-style': PaintbrushVertical,
  'paste-style': Paintbrush,
  'move-up': ArrowUp,
  'move-down': ArrowDown,
  'move-out': MoveUpRight,
  'move-into-previous': ListEnd,
  'move-into-next': ListStart,
  'move-to': FolderInput,
  wrap: Group,
  unwrap: Ungroup,
  convert: Repeat2,
  'select-parent': CornerLeftUp,
  'select-all': BoxSelect,
  'select-several': ListChecks,
  rename: TextCursorInput,
  hide: EyeOff,
  lock: Lock,
  comment: MessageSquare,
  delete: Trash2,
};

export function commandIcon(id: CommandId): ReactNode {
  const Icon = icons[id];
  return Icon ? <Icon size={15} aria-hidden="true" /> : null;
}
