import { useId, useRef, useState } from 'react';

import type { Breakpoint } from '../../engine/document.ts';
import type { DesignToken } from '../../session/design-tokens.ts';
import { useEditorState, useNodePart, useSession } from '../../session/react.ts';

import { ControlFrame, describedBy } from './control-frame.tsx';
import type { StyleProperty } from './style-properties.ts';
import { TokenField } from './token-field.tsx';

interface StyleFieldProps {
  nodeId: string;
  breakpoint: Breakpoint;
  style: StyleProperty;
  tokens: readonly DesignToken[];
}

const wider: Record<Breakpoint, readonly Breakpoint[]> = { base: [], tablet: ['base'], mobile: ['tablet', 'base'] };
const noChoices: readonly string[] = [];

// One declaration of a node at a breakpoint. Empty: what the wider breakpoints or the component say.
export function StyleField({ nodeId, breakpoint, style, tokens }: StyleFieldProps) {
  const session = useSession();
  const canEdit = useEditorState((state) => state.canEdit);
  const [error, setError] = useState<string | null>(null);
  const visits = useRef(0);
  const id = useId();
  const { property, label } = style;
  const stored = useNodePart(nodeId, (node) => node?.styles?.[breakpoint]?.[property]);
  const inherited = useNodePart(nodeId, (node) =>
    wider[breakpoint].map((other) => node?.styles?.[other]?.[property]).find((value) => value !== undefined),
  );
  const set = (text: string) => {
    const value = text.trim();
    const operation = { type: 'set_style', id: nodeId, breakpoint, property } as const;
    if (value === '' && stored === undefined) return setError(null);
    const refusal = session.apply(`Change ${label}`, [value === '' ? operation : { ...operation, value }], {
      coalesce: `style:${nodeId}:${breakpoint}:${property}:${String(visits.current)}`,
    });
    setError(refusal?.message ?? null);
  };
  return (
    <div onFocus={() => (visits.current += 1)}>
      <ControlFrame id={id} label={label} error={error} onReset={stored === undefined || !canEdit ? undefined : () => set('')}>
        <TokenField
          id={id}
          label={label}
          value={stored ?? ''}
          inherited={inherited}
          placeholder={style.placeholder}
          tokens={tokens}
          choices={style.choices ?? noChoices}
          isInvalid={error !== null}
          describedBy={describedBy(id, undefined, error)}
          isDisabled={!canEdit}
          onChange={set}
        />
      </ControlFrame>
    </div>
  );
}
