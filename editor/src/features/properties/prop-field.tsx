import { memo, useId, useRef } from 'react';

import type { JsonValue } from '../../engine/json.ts';
import type { Operation } from '../../engine/document.ts';
import { useDiffers, useEditorState, useNodePart, useSession } from '../../session/react.ts';

import { ControlFrame, describedBy } from './control-frame.tsx';
import { SchemaControl } from './controls/schema-control.tsx';
import { isChanged, type PropDescription } from './schema.ts';
import { helpOf } from './several.ts';
import { useRefusal } from './use-refusal.ts';

// One prop of one node, or of several: the first one's is shown, and all are set. What the engine refuses stays in the field, with
// the reason below it.
export const PropField = memo(function PropField({ ids, prop }: { ids: readonly string[]; prop: PropDescription }) {
  const session = useSession();
  const canEdit = useEditorState((state) => state.canEdit);
  const visits = useRef(0); // typing in one visit of the field is one undo step
  const id = useId();
  const { key, label, control, schema, hints } = prop;
  const stored = useNodePart(ids[0] ?? '', (node) => node?.props[key]);
  const [error, setError] = useRefusal(stored);
  const differs = useDiffers(ids, (node) => node?.props[key] ?? schema.default);
  const help = helpOf(hints.help, differs, ids.length);

  const apply = (operations: Operation[], coalesce: string) => {
    const refusal = session.apply(`Change ${label}`, operations, { coalesce });
    setError(refusal?.message ?? null);
  };
  const change = (value: JsonValue) =>
    apply(
      ids.map((node) => ({ type: 'set_prop', id: node, key, value })),
      `prop:${ids.join()}:${key}:${String(visits.current)}`,
    );
  const reset = () =>
    apply(
      ids.map((node) => ({ type: 'set_prop', id: node, key })),
      `reset:${ids.join()}:${key}`,
    );

  return (
    <div onFocus={() => (visits.current += 1)}>
      <ControlFrame
        id={id}
        label={label}
        help={help}
        error={error}
        isInline={control === 'toggle'}
        isSet={differs || isChanged(stored, schema.default)}
        onReset={(stored === undefined && !differs) || !canEdit ? undefined : reset}
      >
        <SchemaControl
          kind={control}
          id={id}
          label={label}
          value={stored ?? schema.default}
          schema={schema}
          hints={hints}
          isInvalid={error !== null}
          describedBy={describedBy(id, help, error)}
          isDisabled={!canEdit}
          onChange={change}
        />
      </ControlFrame>
    </div>
  );
});
