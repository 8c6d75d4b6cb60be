// What the server's numbers 0–11 look like. White text stands on each with a contrast of at least 4.5 to 1, and neighbours are far apart.
const colors = [
  '#b4236a',
  '#0f766e',
  '#9a3412',
  '#6d28d9',
  '#3f6212',
  '#be123c',
  '#0e7490',
  '#854d0e',
  '#a21caf',
  '#15803d',
  '#475569',
  '#7c2d12',
];

export function colorOf(index: number): string {
  return colors[index] ?? '#475569';
}
