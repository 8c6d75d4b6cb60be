import { expect, it } from 'vitest';
import { beginWith, redone, undone, withStep } from './undo-stack.ts';

it('takes what follows quickly under one name for one step', () => {
  let stack = beginWith('a');
  stack = withStep(stack, 'b', 'ink', 0);
  stack = withStep(stack, 'c', 'ink', 1000);
  stack = withStep(stack, 'd', 'text', 1100);
  stack = withStep(stack, 'e', 'text', 5000);
  expect(stack.past).toEqual(['a', 'c', 'd']);
});

it('goes back and forth, and forgets what was undone at the next step', () => {
  const stack = withStep(withStep(beginWith(1), 2, null, 0), 3, null, 0);
  expect(undone(undone(undone(stack))).present).toBe(1);
  expect(redone(undone(stack)).present).toBe(3);
  expect(redone(stack)).toBe(stack);
  expect(withStep(undone(stack), 4, null, 0)).toMatchObject({ present: 4, past: [1, 2], future: [] });
});

it('begins a new step after undoing', () => {
  const stack = undone(withStep(beginWith('a'), 'b', 'ink', 0));
  expect(withStep(stack, 'c', 'ink', 1).past).toEqual(['a']);
});
