import { Rocket } from 'lucide-react';
import { useState } from 'react';
import type { PageSummary } from '../../api/types.ts';
import { useEditorState } from '../../session/react.ts';
import { Button } from '../../ui/button.tsx';
import { PublishDialog } from './publish-dialog.tsx';

export function PublishButton({ page }: { page: PageSummary }) {
  const isReady = useEditorState((state) => state.status === 'ready');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon={<Rocket size={15} />} disabled={!isReady} onClick={() => setIsOpen(true)}>
        Publish
      </Button>
      {isOpen && <PublishDialog page={page} onClose={() => setIsOpen(false)} />}
    </>
  );
}
