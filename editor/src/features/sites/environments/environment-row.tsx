import { Pencil, Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import type { Environment } from '../../../api/types.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Row } from '../../../ui/row-list.tsx';
import { OpenSite } from '../open-site.tsx';
import { accessWords } from './access-words.ts';

interface EnvironmentRowProps {
  environment: Environment;
  mayChange: boolean;
  onEdit: () => void;
  /** Undefined: it is always there. */
  onDelete: (() => void) | undefined;
}

export function EnvironmentRow({ environment, mayChange, onEdit, onDelete }: EnvironmentRowProps) {
  const { id, name, access, hosts } = environment;
  return (
    <Row
      title={name}
      badges={<Badge tone={access === 'public' ? 'neutral' : 'accent'}>{accessWords[access]}</Badge>}
      detail={
        <>
          <OpenSite environment={environment} />
          <div>
            {hosts.length > 1 && `Also at ${hosts.slice(1).join(', ')} · `}
            <Link to={`/releases?environment=${id}`}>What is published there</Link>
          </div>
        </>
      }
      end={
        mayChange && (
          <>
            <Button size="small" icon={<Pencil size={14} />} aria-label={`Edit ${name}`} onClick={onEdit}>
              Edit
            </Button>
            {onDelete !== undefined && <IconButton size="small" label={`Delete ${name}`} tooltip="Delete…" icon={<Trash2 size={16} />} onClick={onDelete} />}
          </>
        )
      }
    />
  );
}
