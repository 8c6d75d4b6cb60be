import { Eye, EyeOff, Lock, LockOpen } from 'lucide-react';

import type { NodeSettings } from '../../engine/document.ts';
import { setHidden, setLocked } from '../../session/node-settings.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { tellRefusal } from '../../session/refusals.ts';

import styles from './layers-panel.module.css';

// Hides a node and locks it. Both stand in the row while they are on; otherwise they come with the mouse. The keyboard has commands for them.
export function LayerToggles({ id, name, settings = {} }: { id: string; name: string; settings: NodeSettings | undefined }) {
  const session = useSession();
  const canEdit = useEditorState((state) => state.canEdit);
  const isHidden = settings.hidden === true;
  const isLocked = settings.locked === true;
  const toggles = [
    {
      label: isLocked ? `Unlock ${name}` : `Lock ${name}`,
      isOn: isLocked,
      icon: isLocked ? <Lock size={13} /> : <LockOpen size={13} />,
      toggle: () => setLocked(session, [id], !isLocked),
    },
    {
      label: isHidden ? `Show ${name}` : `Hide ${name}`,
      isOn: isHidden,
      icon: isHidden ? <EyeOff size={13} /> : <Eye size={13} />,
      toggle: () => setHidden(session, [id], !isHidden),
    },
  ];
  return (
    <span className={styles.toggles}>
      {toggles.map(({ label, isOn, icon, toggle }) => (
        <button
          key={label}
          type="button"
          tabIndex={-1}
          title={label}
          aria-label={label}
          aria-pressed={isOn}
          disabled={!canEdit}
          onPointerDown={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            tellRefusal(session, toggle());
          }}
        >
          {icon}
        </button>
      ))}
    </span>
  );
}
