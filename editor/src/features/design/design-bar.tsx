import { Download, Ellipsis, FileUp, History, Redo2, Trash2, Undo2 } from 'lucide-react';
import { canPublish, useUser } from '../../api/use-credentials.ts';
import { shortcutOf } from '../../canvas/keys.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { ViewOnlyBadge } from '../../ui/view-only.tsx';
import styles from './design-bar.module.css';
import { exportFormats, saveExport } from './export-tokens.ts';
import { SaveState } from './save-state.tsx';
import { useDesign, useDesignState } from './use-design.ts';

export type DesignDialog = 'publish' | 'discard' | 'history' | 'import';

/** The title, what can be done with all tokens, and whether the draft is saved. */
export function DesignBar({ onOpen }: { onOpen: (dialog: DesignDialog) => void }) {
  const user = useUser();
  const { draft, mayEdit } = useDesign();
  const { stack, saved, saving } = useDesignState(draft);
  const hasDraft = saved !== null || saving.state !== 'saved';
  return (
    <header className={styles.bar}>
      <div className={styles.heading}>
        <h1 className={styles.title}>Design</h1>
        {mayEdit ? (
          <SaveState draft={draft} />
        ) : (
          <ViewOnlyBadge>Your role is for viewing: you may look at the design, not change it. Ask an administrator of {user.organization.name} if you should be able to.</ViewOnlyBadge>
        )}
      </div>
      <div className={styles.actions}>
        {mayEdit && (
          <>
            <IconButton label="Undo" shortcut={shortcutOf('undo')} icon={<Undo2 size={17} />} disabled={stack.past.length === 0} onClick={() => draft.undo()} />
            <IconButton label="Redo" shortcut={shortcutOf('redo')} icon={<Redo2 size={17} />} disabled={stack.future.length === 0} onClick={() => draft.redo()} />
          </>
        )}
        <IconButton label="History" icon={<History size={17} />} onClick={() => onOpen('history')} />
        <Menu trigger={<IconButton label="Import and export" tooltip={null} icon={<Ellipsis size={17} />} />}>
          {mayEdit && (
            <>
              <MenuItem icon={<FileUp size={16} />} onSelect={() => onOpen('import')}>
                Import a file…
              </MenuItem>
              <MenuLine />
            </>
          )}
          {exportFormats.map(({ format, label }) => (
            <MenuItem key={format} icon={<Download size={16} />} onSelect={() => void saveExport(format)}>
              {label}
            </MenuItem>
          ))}
          {mayEdit && (
            <>
              <MenuLine />
              <MenuItem icon={<Trash2 size={16} />} isDangerous isDisabled={!hasDraft} onSelect={() => onOpen('discard')}>
                Discard the draft…
              </MenuItem>
            </>
          )}
        </Menu>
        {mayEdit && (
          <Button tone="primary" disabled={!hasDraft || saving.state === 'conflict'} onClick={() => onOpen('publish')}>
            {canPublish(user) ? 'Publish' : 'See changes'}
          </Button>
        )}
      </div>
    </header>
  );
}
