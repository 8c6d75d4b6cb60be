// What one part of the screen asks of another that it does not know: the palette asks for the history, the history listens.
import { useEffect } from 'react';

import { useSessionOnceOpen } from './react.ts';

export type EditorRequest = 'command-palette' | 'help' | 'tour' | 'save-version' | 'history' | 'share' | 'publish' | 'search-components' | 'edit-json';

// Calls `answer` whenever somebody asks for this.
export function useEditorRequest(request: EditorRequest, answer: () => void): void {
  const session = useSessionOnceOpen();
  useEffect(() => session?.requests.on((asked) => {
    if (asked === request) answer();
  }), [session, request, answer]);
}
