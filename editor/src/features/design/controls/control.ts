import type { JsonValue } from '../../../engine/json.ts';

export interface ControlProps {
  /** Says what it is the value of: "color.ink, dark". */
  label: string;
  /** As it is stated; parts of it may refer to tokens. */
  value: JsonValue;
  onChange: (value: JsonValue) => void;
  /** Under which it is the value; null: without one. */
  theme: string | null;
  /** The token whose value or part of one this is: it must not refer to itself. */
  path: string;
  /** It is a part of a composite value. */
  isPart?: boolean | undefined;
  isDisabled: boolean;
  /** What is wrong with it stands in the element of this id. */
  describedBy: string | undefined;
  isInvalid: boolean;
}
