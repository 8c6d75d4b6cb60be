import type { ControlHints, PropSchema } from '../../../engine/component.ts';
import type { JsonValue } from '../../../engine/json.ts';

// What every control takes. `onChange` applies at once; the engine says whether the value stands.
export interface ControlProps {
  id: string;
  label: string;
  value: JsonValue | undefined;
  schema: PropSchema;
  hints: ControlHints;
  isInvalid: boolean;
  describedBy: string | undefined;
  isDisabled: boolean;
  onChange: (value: JsonValue) => void;
}
