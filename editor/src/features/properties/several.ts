// What is said of a field that stands for several nodes.
export function helpOf(help: string | undefined, differs: boolean, count: number): string | undefined {
  if (!differs) return help;
  const note = `Not the same in all ${String(count)}. A change sets them all.`;
  return help === undefined ? note : `${help} ${note}`;
}
