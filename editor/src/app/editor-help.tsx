import { useCallback, useEffect, useState } from 'react';
import { hasSeen } from '../api/remembered.ts';
import { shortcutOf } from '../canvas/keys.ts';
import { CommandPalette } from '../features/command-palette/command-palette.tsx';
import { HelpMenu } from '../features/help/help-menu.tsx';
import { HelpSheet } from '../features/help/help-sheet.tsx';
import { editorTour } from '../features/tour/tour-step.ts';
import { Tour } from '../features/tour/tour.tsx';
import { useEditorRequest } from '../session/editor-requests.ts';
import { useEditorState } from '../session/react.ts';
import { editorShortcuts } from './editor-shortcuts.ts';
import { useEditorEntries } from './editor-entries.tsx';

type Shown = 'palette' | 'shortcuts' | 'tour';

/** The help menu of the edit screen, and what it leads to: palette, shortcuts, tour. */
export function EditorHelp() {
  const [shown, setShown] = useState<Shown | null>(null);
  const close = useCallback(() => setShown(null), []);
  useEditorRequest('command-palette', useCallback(() => setShown('palette'), []));
  useEditorRequest('help', useCallback(() => setShown('shortcuts'), []));
  const startTour = useCallback(() => setShown('tour'), []);
  useEditorRequest('tour', startTour);

  const isReady = useEditorState(({ status, canEdit, mode }) => status === 'ready' && canEdit && mode === 'edit');
  useEffect(() => {
    if (isReady && !hasSeen('tour')) startTour();
  }, [isReady, startTour]);

  return (
    <>
      <HelpMenu
        paletteShortcut={shortcutOf('command-palette')}
        onPalette={() => setShown('palette')}
        onShortcuts={() => setShown('shortcuts')}
        onTour={startTour}
      />
      {shown === 'palette' && <EditorPalette onClose={close} />}
      {shown === 'shortcuts' && <HelpSheet groups={editorShortcuts} onClose={close} />}
      {shown === 'tour' && <Tour steps={editorTour} onEnd={close} />}
    </>
  );
}

function EditorPalette({ onClose }: { onClose: () => void }) {
  return <CommandPalette entries={useEditorEntries()} onClose={onClose} />;
}
