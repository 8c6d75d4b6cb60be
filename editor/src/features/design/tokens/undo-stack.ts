/** What can be undone and redone. Values that follow each other under the same name within a moment are one step: a colour being dragged. */
export interface UndoStack<Value> {
  past: readonly Value[];
  present: Value;
  future: readonly Value[];
  last: { name: string; at: number } | null;
}

const moment = 1200; // milliseconds
const remembered = 200;

export const beginWith = <Value>(present: Value): UndoStack<Value> => ({ past: [], present, future: [], last: null });

/** `name` null: a step by itself. */
export function withStep<Value>(stack: UndoStack<Value>, present: Value, name: string | null, at: number): UndoStack<Value> {
  const goesOn = name !== null && stack.last?.name === name && at - stack.last.at < moment;
  const past = goesOn ? stack.past : [...stack.past, stack.present].slice(-remembered);
  return { past, present, future: [], last: name === null ? null : { name, at } };
}

export function undone<Value>(stack: UndoStack<Value>): UndoStack<Value> {
  const before = stack.past.at(-1);
  if (before === undefined) return stack;
  return { past: stack.past.slice(0, -1), present: before, future: [stack.present, ...stack.future], last: null };
}

export function redone<Value>(stack: UndoStack<Value>): UndoStack<Value> {
  const [next, ...future] = stack.future;
  if (next === undefined) return stack;
  return { past: [...stack.past, stack.present], present: next, future, last: null };
}
