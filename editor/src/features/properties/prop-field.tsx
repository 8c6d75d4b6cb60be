import { memo, useId, useRef, useState } from 'react';

import type { JsonValue } from '../../engine/json.ts';
import type { Operation } from '../../engine/document.ts';
import { useEditorState, useNodePart, useSession } from '../../session/react.ts';

import { ControlFrame, describedBy } from './control-frame.tsx';
import { SchemaControl } from './controls/schema-control.tsx';
import { isChanged, type PropDescription } from './schema.ts';

// One prop of one node. What the engine refuses stays in the field, with the reason below it.
export const PropField = memo(function PropField({ nodeId, prop }: { nodeId: string; prop: PropDescription }) {
  const session = useSession();
  const canEdit = useEditorState((state) => state.canEdit);
  const [error, setError] = useState<string | null>(null);
  const visits = useRef(0); // typing in one visit of the field is one undo step
  const id = useId();
  const { key, label, control, schema, hints } = prop;
  const stored = useNodePart(nodeId, (node) => node?.props[key]);

  const apply = (operation: Operation, coalesce: string) => {
    const refusal = session.apply(`Change ${label}`, [operation], { coalesce });
    setError(refusal?.message ?? null);
  };
  const change = (value: JsonValue) =>
    apply({ type: 'set_prop', id: nodeId, key, value }, `prop:${nodeId}:${key}:${String(visits.current)}`);
  const reset = () => apply({ type: 'set_prop', id: nodeId, key }, `reset:${nodeId}:${key}`);

  return (
    <div onFocus={() => (visits.current += 1)}>
      <ControlFrame
        id={id}
        label={label}
        help={hints.help}
        error={error}
        isInline={control === 'toggle'}
        isSet={isChanged(stored, schema.default)}
        onReset={stored === undefined || !canEdit ? undefined : reset}
      >
        <SchemaControl
          kind={control}
          id={id}
          label={label}
          value={stored ?? schema.default}
          schema={schema}
          hints={hints}
          isInvalid={error !== null}
          describedBy={describedBy(id, hints.help, error)}
          isDisabled={!canEdit}
          onChange={change}
        />
      </ControlFrame>
    </div>
  );
});
