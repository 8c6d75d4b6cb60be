import { Ban, Copy, Ellipsis, Eye, FilePlus2, FileX2, History, Network, Pencil, Save, Trash2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { Visibility, WholeComponent } from '../../api/components.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import type { DialogName } from './component-dialogs.tsx';
import { type Part, partialOf } from './component-texts.ts';
import { isInCharge } from './rights.ts';
import { type Draft, displayNameOf } from './use-draft.ts';
import styles from './workshop.module.css';

const visibilityNames: Record<Visibility, string> = { private: 'Only its owner', team: 'A team', organization: 'Everyone here', public: 'Other organisations too' };

interface WorkshopBarProps {
  name: string;
  component: WholeComponent | null;
  draft: Draft;
  isReadOnly: boolean;
  part: Part;
  onDialog: (dialog: DialogName) => void;
}

/** The bar above the workshop: which component this is, and what can be done with it. */
export function WorkshopBar({ name, component, draft, isReadOnly, part, onDialog }: WorkshopBarProps) {
  const user = useUser();
  const navigate = useNavigate();
  const size = 16;
  const isCustom = component?.source === 'custom';
  return (
    <div className={styles.bar}>
      <div className={styles.start}>
        <BackLink to="/?tab=components" label="Component library" />
        <h1 className={styles.title}>{displayNameOf(draft.texts, name)}</h1>
        <span className={styles.badges}>
          <Badge>{draft.base ?? 'New'}</Badge>
          {component?.source === 'built-in' && <Badge tone="accent">Built in</Badge>}
          {isCustom && component.visibility !== undefined && component.visibility !== 'organization' && <Badge tone="accent">{visibilityNames[component.visibility]}</Badge>}
          {component?.deletedAt != null && <Badge tone="warning">Deleted</Badge>}
        </span>
        <p className={styles.saveState} role="status" data-draft={draft.isChanged ? 'changed' : 'saved'}>
          {draft.isChanged ? 'Not saved, kept in this browser' : ''}
        </p>
      </div>
      <div className={styles.end}>
        {component !== null && (
          <>
            <Button tone="quiet" icon={<Network size={size} />} className={styles.action} onClick={() => onDialog('usage')}>
              Usage
            </Button>
            {isCustom && (
              <Button tone="quiet" icon={<History size={size} />} className={styles.action} onClick={() => onDialog('versions')}>
                Versions
              </Button>
            )}
          </>
        )}
        {canEdit(user) && (
          <Menu trigger={<IconButton label="More about this component" tooltip="More" icon={<Ellipsis size={18} />} />}>
            {!isReadOnly && (
              <>
                <MenuItem icon={<Pencil size={size} />} onSelect={() => onDialog('rename')}>
                  Change the display name…
                </MenuItem>
                <MenuItem icon={<FilePlus2 size={size} />} onSelect={() => onDialog('partial')}>
                  Add a partial…
                </MenuItem>
                {partialOf(part) !== null && (
                  <MenuItem icon={<FileX2 size={size} />} onSelect={() => onDialog('remove-partial')}>
                    Remove the partial “{partialOf(part)}”
                  </MenuItem>
                )}
                <MenuLine />
              </>
            )}
            {component !== null && isInCharge(component, user) && component.deletedAt == null && (
              <MenuItem icon={<Eye size={size} />} onSelect={() => onDialog('visibility')}>
                Who finds it…
              </MenuItem>
            )}
            {component !== null && (
              <MenuItem icon={<Copy size={size} />} onSelect={() => void navigate(`/new-component?from=${encodeURIComponent(name)}`)}>
                Make a copy…
              </MenuItem>
            )}
            {draft.isChanged && (
              <MenuItem icon={<Ban size={size} />} isDangerous onSelect={() => onDialog('discard')}>
                {component === null ? 'Discard the draft…' : 'Discard the changes…'}
              </MenuItem>
            )}
            {component !== null && isInCharge(component, user) && component.deletedAt == null && (
              <MenuItem icon={<Trash2 size={size} />} isDangerous onSelect={() => onDialog('delete')}>
                Delete…
              </MenuItem>
            )}
          </Menu>
        )}
        {!isReadOnly && (
          <Button tone="primary" icon={<Save size={size} />} disabled={!draft.isChanged} onClick={() => onDialog('save')}>
            {component === null ? 'Create' : 'Save'}
          </Button>
        )}
      </div>
    </div>
  );
}
