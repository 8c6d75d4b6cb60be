const number = String.raw`(-?(?:\d+\.?\d*|\.\d+))`;
const relativeStart = new RegExp(String.raw`^\s*m\s*${number}[\s,]*${number}\s*([^]*)$`);

// "m9 12 2 2" begins where "M9 12" does, but what follows it is relative: "M9 12l2 2".
function absoluteStart(path) {
  const [, x, y, rest] = relativeStart.exec(path) ?? [];
  if (rest === undefined) return path.trim();
  return `M${x} ${y}${/^[-.\d]/.test(rest) ? 'l' : ''}${rest}`;
}

/** Several paths of SVG as the data of one: each begins at an absolute place, whatever stood before it. */
export function joinPaths(paths) {
  return paths.map(absoluteStart).join('');
}
