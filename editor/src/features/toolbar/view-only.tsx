import { Eye } from 'lucide-react';
import { useEditorState } from '../../session/react.ts';
import { Badge } from '../../ui/badge.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';

/** Says that nothing can be changed here, once that is known, and where what became of one's changes does not say it. */
export function ViewOnly() {
  const isShown = useEditorState(({ status, saveState }) => status === 'ready' && saveState.kind !== 'view-only');
  if (!isShown) return null;
  return (
    <Tooltip content="You may look at this page, not change it. Its owner and administrators can let you edit it.">
      <span role="status">
        <Badge tone="warning">
          <Eye size={12} aria-hidden="true" /> View only
        </Badge>
      </span>
    </Tooltip>
  );
}
