// What is said of a field that stands for several nodes.
export function helpOf(help: string | undefined, differs: boolean, count: number): string | undefined {
  if (!differs) return help;
  const note = count === 2 ? 'Not the same in both. A change sets both.' : `Not the same in all ${String(count)}. A change sets them all.`;
  return help === undefined ? note : `${help} ${note}`;
}
