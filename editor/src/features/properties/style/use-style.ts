import { useRef } from 'react';

import type { Breakpoint } from '../../../engine/document.ts';
import { useDiffers, useEditorState, useNodePart, useSession } from '../../../session/react.ts';

import { useRefusal } from '../use-refusal.ts';
import { breakpointNames, inheritedFrom, overriddenAt } from './where-set.ts';

export interface StyleValue {
  // What is set here, undefined where nothing is.
  stored: string | undefined;
  // What holds when nothing is set here, as far as the node's own styles say.
  inherited: string | undefined;
  // One of several nodes has something else here.
  differs: boolean;
  // Where that comes from or goes to, in words: "From All", "Other on Phone".
  origin: string | undefined;
  error: string | null;
  canEdit: boolean;
  // An empty text unsets.
  set: (text: string) => void;
  // Another visit is another step of undo.
  enter: () => void;
}

// One declaration of a node at a breakpoint; of several nodes and properties the first is shown, and all are set.
export function useStyle(ids: readonly string[], breakpoint: Breakpoint, properties: readonly string[], label: string): StyleValue {
  const session = useSession();
  const canEdit = useEditorState((state) => state.canEdit);
  const visits = useRef(0);
  const property = properties[0] ?? '';
  const styles = useNodePart(ids[0] ?? '', (node) => node?.styles);
  const differs = useDiffers(ids, (node) => node?.styles?.[breakpoint]?.[property]);
  const stored = styles?.[breakpoint]?.[property];
  const [error, setError] = useRefusal(stored);
  const from = inheritedFrom(styles, breakpoint, property);
  const inherited = from && styles?.[from]?.[property];
  const overridden = overriddenAt(styles, breakpoint, property);
  const origin = stored === undefined ? from && `From ${breakpointNames[from]}` : overridden.length > 0 ? `Other on ${overridden.map((other) => breakpointNames[other]).join(' and ')}` : undefined;

  const set = (text: string) => {
    const value = text.trim();
    const operations = ids.flatMap((id) =>
      properties
        .filter((name) => value !== '' || session.tree.node(id)?.styles?.[breakpoint]?.[name] !== undefined)
        .map((name) => ({ type: 'set_style', id, breakpoint, property: name, ...(value === '' ? {} : { value }) }) as const),
    );
    if (operations.length === 0) return setError(null);
    const refusal = session.apply(`Change ${label}`, operations, { coalesce: `style:${ids.join()}:${breakpoint}:${properties.join()}:${String(visits.current)}` });
    setError(refusal?.message ?? null);
  };
  return { stored, inherited, differs, origin, error, canEdit, set, enter: () => (visits.current += 1) };
}
