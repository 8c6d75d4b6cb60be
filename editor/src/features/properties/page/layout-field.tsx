import { useId, useRef, type ReactNode } from 'react';

import type { JsonValue } from '../../../engine/json.ts';
import type { ControlHints, ControlKind, PropSchema } from '../../../engine/component.ts';
import { useEditorState, useLayout, useSession } from '../../../session/react.ts';
import { ControlFrame, describedBy } from '../control-frame.tsx';
import type { ControlProps } from '../controls/control.ts';
import { SchemaControl } from '../controls/schema-control.tsx';
import { useRefusal } from '../use-refusal.ts';

export interface LayoutFieldProps {
  // The page setting's key in the document's layout.
  setting: string;
  label: string;
  kind?: ControlKind;
  schema?: PropSchema;
  hints?: ControlHints;
  help?: string | undefined;
  // Why a text is not accepted, as a sentence. It stays in the field and is not applied.
  faultOf?: (text: string) => string | null;
  // In place of the control that `kind` names.
  control?: (props: ControlProps) => ReactNode;
}

const text: PropSchema = { type: 'string' };

// A page setting that is part of the document: a change is a step of undo, and reaches others on the page at once.
export function LayoutField({ setting, label, kind = 'text', schema = text, hints = {}, help, faultOf, control }: LayoutFieldProps) {
  const session = useSession();
  const layout = useLayout();
  const canEdit = useEditorState((state) => state.canEdit);
  const visits = useRef(0); // typing in one visit of the field is one undo step
  const id = useId();
  const stored = layout[setting];
  const [error, setError] = useRefusal(stored);

  const set = (value: JsonValue | undefined) => {
    const fault = typeof value === 'string' && value !== '' ? (faultOf?.(value) ?? null) : null;
    if (fault !== null) return setError(fault);
    const isUnset = value === undefined || value === '';
    const refusal = session.apply(
      `Change ${label.toLowerCase()}`,
      [isUnset ? { type: 'set_page', key: setting } : { type: 'set_page', key: setting, value }],
      { coalesce: `page:${setting}:${String(visits.current)}` },
    );
    setError(refusal?.message ?? null);
  };
  const props: ControlProps = {
    id,
    label,
    value: stored ?? schema.default,
    schema,
    hints,
    isInvalid: error !== null,
    describedBy: describedBy(id, help, error),
    isDisabled: !canEdit,
    onChange: set,
  };
  return (
    <div onFocus={() => (visits.current += 1)}>
      <ControlFrame id={id} label={label} help={help} error={error} onReset={stored === undefined || !canEdit ? undefined : () => set(undefined)}>
        {control ? control(props) : <SchemaControl kind={kind} {...props} />}
      </ControlFrame>
    </div>
  );
}
