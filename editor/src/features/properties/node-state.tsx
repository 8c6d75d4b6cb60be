import { setHidden, setLocked } from '../../session/node-settings.ts';
import { useEditorState, useLock, useNodePart, useSession } from '../../session/react.ts';
import { tellRefusal } from '../../session/refusals.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

import styles from './properties.module.css';

// Says why nothing can be changed here, or why it is not to be seen, with the way out.
export function NodeState({ id }: { id: string }) {
  const session = useSession();
  const canEdit = useEditorState((state) => state.canEdit);
  const settings = useNodePart(id, (node) => node?.settings);
  const locked = useLock(id);
  return (
    <>
      {locked !== null && (
        <Notice>
          <span className={styles.state}>
            {locked === id ? 'Locked, so that nobody changes it by accident.' : `Inside “${session.nameOf(locked)}”, which is locked.`}
            <Button size="small" disabled={!canEdit} onClick={() => tellRefusal(session, setLocked(session, [locked], false))}>
              Unlock
            </Button>
          </span>
        </Notice>
      )}
      {settings?.hidden && (
        <Notice>
          <span className={styles.state}>
            Hidden: not on the page that visitors see.
            <Button size="small" disabled={!canEdit} onClick={() => tellRefusal(session, setHidden(session, [id], false))}>
              Show
            </Button>
          </span>
        </Notice>
      )}
    </>
  );
}
