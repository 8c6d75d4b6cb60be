import { Rocket } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { PageSummary } from '../../api/types.ts';
import { useEditorRequest } from '../../session/editor-requests.ts';
import { useEditorState } from '../../session/react.ts';
import { Button } from '../../ui/button.tsx';
import styles from './publish-button.module.css';
import { PublishDialog } from './publish-dialog.tsx';

export function PublishButton({ page }: { page: PageSummary }) {
  const isReady = useEditorState((state) => state.status === 'ready');
  const [isOpen, setIsOpen] = useState(false);
  useEditorRequest('publish', useCallback(() => setIsOpen(true), []));
  return (
    <>
      <Button tone="primary" icon={<Rocket size={15} />} disabled={!isReady} data-tour="publish" onClick={() => setIsOpen(true)}>
        <span className={styles.words}>Publish</span>
      </Button>
      {isOpen && <PublishDialog page={page} onClose={() => setIsOpen(false)} />}
    </>
  );
}
