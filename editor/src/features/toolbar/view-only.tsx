import { Eye } from 'lucide-react';
import { useEditorState } from '../../session/react.ts';
import { Badge } from '../../ui/badge.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';

/** Says that nothing can be changed here, once that is known. */
export function ViewOnly() {
  const isReady = useEditorState((state) => state.status === 'ready');
  if (!isReady) return null;
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
