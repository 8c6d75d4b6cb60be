// Design tokens of a theme (DTCG), resolved, and the contrast that its colours keep (WCAG 2.2, 1.4.3 and 1.4.11).

const themesKey = 'org.pagewright.themes';

function collect(group, path, type, into) {
  for (const [name, member] of Object.entries(group)) {
    if (name.startsWith('$') || typeof member !== 'object') continue;
    const memberPath = path ? `${path}.${name}` : name;
    const memberType = member.$type ?? type;
    if ('$value' in member) into.set(memberPath, { type: memberType, value: member.$value });
    else collect(member, memberPath, memberType, into);
  }
  return into;
}

function resolve(tokens, path, faults) {
  const seen = new Set();
  let value = tokens.get(path)?.value;
  while (typeof value === 'string' && value.startsWith('{')) {
    const target = value.slice(1, -1);
    if (seen.has(target) || !tokens.has(target)) {
      faults.push(`${path} refers to ${value}, which ${seen.has(target) ? 'leads back to itself' : 'is no token'}`);
      return null;
    }
    seen.add(target);
    value = tokens.get(target).value;
  }
  return value;
}

/** The tokens by path with aliases resolved: of the theme itself (light), and with its dark overrides. */
export function resolveTokens(theme) {
  const faults = [];
  const light = collect(theme, '', undefined, new Map());
  const overrides = collect(theme.$extensions?.[themesKey]?.dark ?? {}, '', undefined, new Map());
  for (const [path, token] of light) if (!token.type) faults.push(`${path} has no $type`);
  for (const path of overrides.keys())
    if (!light.has(path)) faults.push(`the dark theme sets ${path}, which is no token`);
  const resolved = (tokens) => new Map([...tokens.keys()].map((path) => [path, resolve(tokens, path, faults)]));
  return { light: resolved(light), dark: resolved(new Map([...light, ...overrides])), faults };
}

function luminance({ components }) {
  const [red, green, blue] = components.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const texts = ['text', 'text-muted', 'primary', 'primary-hover', 'accent', 'success', 'warning', 'danger'];
const contrastTexts = ['text', 'text-muted', 'primary', 'primary-hover', 'success', 'warning', 'danger'];
const pairs = [
  ...['background', 'surface', 'surface-muted', 'primary-soft'].flatMap((ground) => [
    ...texts.map((text) => [`color.${text}`, `color.${ground}`, 4.5]),
    ...['border-strong', 'focus'].map((mark) => [`color.${mark}`, `color.${ground}`, 3]),
  ]),
  ...['background', 'surface', 'surface-muted'].flatMap((ground) =>
    [1, 2, 3, 4, 5, 6].map((series) => [`chart.${series}`, `color.${ground}`, 3]),
  ),
  ...['primary', 'primary-hover'].map((ground) => ['color.on-primary', `color.${ground}`, 4.5]),
  ...['background', 'surface'].flatMap((ground) => [
    ...contrastTexts.map((text) => [`color.contrast.${text}`, `color.contrast.${ground}`, 4.5]),
    ...['border-strong', 'focus'].map((mark) => [`color.contrast.${mark}`, `color.contrast.${ground}`, 3]),
  ]),
  ...['primary', 'primary-hover'].map((ground) => ['color.contrast.on-primary', `color.contrast.${ground}`, 4.5]),
];

/** Faults where a text or a mark is too faint on its ground. */
export function checkContrast(tokens) {
  return pairs.flatMap(([front, ground, least]) => {
    const [one, other] = [tokens.get(front), tokens.get(ground)];
    if (!one?.components || !other?.components) return [`${front} and ${ground} must both be colours`];
    const found = ratio(one, other);
    return found < least ? [`${front} on ${ground} has a contrast of ${found.toFixed(2)}, needs ${least}`] : [];
  });
}
