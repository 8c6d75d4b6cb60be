import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useCallback, useState } from 'react';
import { permissionsQuery } from '../../api/queries.ts';
import type { PageSummary } from '../../api/types.ts';
import { useEditorRequest } from '../../session/editor-requests.ts';
import { useEditorState } from '../../session/react.ts';
import { Button } from '../../ui/button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { ShareDialog } from './share-dialog.tsx';
import styles from './sharing.module.css';

/** For those who edit the page: who may do what with it. */
export function ShareButton({ page }: { page: PageSummary }) {
  const canEdit = useEditorState((state) => state.canEdit);
  const { data } = useQuery(permissionsQuery(page.id, String(canEdit)));
  const [isOpen, setIsOpen] = useState(false);
  useEditorRequest('share', useCallback(() => setIsOpen(true), []));
  if (data?.page?.edit !== true) return null;
  return (
    <>
      <Tooltip content="Who may see and edit this page">
        <Button tone="quiet" icon={<Users size={17} />} className={styles.button} onClick={() => setIsOpen(true)}>
          <span className={styles.label}>Share</span>
        </Button>
      </Tooltip>
      {isOpen && <ShareDialog page={page} rights={data.page} onClose={() => setIsOpen(false)} />}
    </>
  );
}
