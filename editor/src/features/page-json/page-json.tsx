import { lazy, Suspense, useCallback, useState } from 'react';
import { useEditorRequest } from '../../session/editor-requests.ts';
import { useEditorState } from '../../session/react.ts';

// The code editor comes with it.
const PageJsonDialog = lazy(async () => ({ default: (await import('./page-json-dialog.tsx')).PageJsonDialog }));

/** Opens the page's document as text when somebody asks for it. */
export function PageJson({ name }: { name: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const canEdit = useEditorState((state) => state.canEdit);
  useEditorRequest('edit-json', useCallback(() => setIsOpen(true), []));
  if (!isOpen || !canEdit) return null;
  return (
    <Suspense fallback={null}>
      <PageJsonDialog name={name} onClose={() => setIsOpen(false)} />
    </Suspense>
  );
}
