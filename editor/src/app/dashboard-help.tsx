import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useUser } from '../api/use-credentials.ts';
import { chordText, commandOf, editorKey } from '../canvas/keys.ts';
import { CommandPalette } from '../features/command-palette/command-palette.tsx';
import { HelpMenu } from '../features/help/help-menu.tsx';
import { HelpSheet } from '../features/help/help-sheet.tsx';
import type { ShortcutGroup } from '../features/help/shortcut-group.ts';
import { placeEntries } from './place-entries.tsx';

const groups: readonly ShortcutGroup[] = [
  {
    name: 'Everywhere',
    shortcuts: [
      { label: 'Find a command or a page', keys: [chordText('Mod+K')] },
      { label: 'Keyboard shortcuts', keys: ['?'] },
    ],
  },
];

/** The help menu of every screen but the edit screen, with the command palette and the keys that open both. */
export function DashboardHelp() {
  const user = useUser();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  const entries = useMemo(() => placeEntries(user, navigate), [user, navigate]);
  const close = () => setOpen(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = editorKey(event);
      const command = key && commandOf(key);
      if (event.defaultPrevented || (command !== 'command-palette' && command !== 'help')) return;
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if (document.querySelector('[role="dialog"], [role="menu"]') || (isTyping && command === 'help')) return;
      event.preventDefault();
      setOpen(command === 'help' ? 'shortcuts' : 'palette');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  return (
    <>
      <HelpMenu paletteShortcut={chordText('Mod+K')} onPalette={() => setOpen('palette')} onShortcuts={() => setOpen('shortcuts')} />
      {open === 'palette' && <CommandPalette entries={entries} onClose={close} />}
      {open === 'shortcuts' && <HelpSheet groups={groups} onClose={close} />}
    </>
  );
}
