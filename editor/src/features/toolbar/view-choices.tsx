import { Eye, Monitor, PencilLine, Smartphone, Tablet } from 'lucide-react';
import { nothingSelected } from '../../session/editor-state.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { Segmented } from '../../ui/segmented.tsx';

const breakpoints = [
  { value: 'base', label: 'Desktop', icon: <Monitor size={16} /> },
  { value: 'tablet', label: 'Tablet', icon: <Tablet size={16} /> },
  { value: 'mobile', label: 'Phone', icon: <Smartphone size={16} /> },
] as const;

const modes = [
  { value: 'edit', label: 'Edit', icon: <PencilLine size={15} /> },
  { value: 'preview', label: 'Preview', icon: <Eye size={15} /> },
] as const;

export function BreakpointChoice() {
  const session = useSession();
  const breakpoint = useEditorState((state) => state.breakpoint);
  return <Segmented label="Screen width" value={breakpoint} options={breakpoints} areLabelsHidden onChange={(next) => session.state.update({ breakpoint: next })} />;
}

export function ModeChoice() {
  const session = useSession();
  const mode = useEditorState((state) => state.mode);
  return (
    <Segmented
      label="Edit or preview"
      value={mode}
      options={modes}
      areLabelsHidden
      onChange={(next) => session.state.update({ mode: next, ...(next === 'preview' ? { ...nothingSelected, hovered: null } : {}) })}
    />
  );
}
