import type { Zoom } from '../../session/editor-state.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice } from '../../ui/menu.tsx';
import styles from './toolbar.module.css';

const zooms: readonly { value: string; label: string; zoom: Zoom }[] = [
  { value: 'fit', label: 'Fit the window', zoom: 'fit' },
  { value: '0.5', label: '50%', zoom: 0.5 },
  { value: '0.75', label: '75%', zoom: 0.75 },
  { value: '1', label: '100%', zoom: 1 },
  { value: '1.5', label: '150%', zoom: 1.5 },
  { value: '2', label: '200%', zoom: 2 },
];

export function ZoomMenu() {
  const session = useSession();
  const zoom = useEditorState((state) => state.zoom);
  const percent = useEditorState((state) => Math.round(state.scale * 100));
  return (
    <Menu
      align="center"
      trigger={
        <Button tone="quiet" className={styles.zoom} aria-label={`Zoom: ${percent}%`}>
          {percent}%
        </Button>
      }
    >
      <MenuChoice
        label="Zoom"
        value={String(zoom)}
        choices={zooms}
        onChange={(value) => session.state.update({ zoom: zooms.find((choice) => choice.value === value)?.zoom ?? 'fit' })}
      />
    </Menu>
  );
}
