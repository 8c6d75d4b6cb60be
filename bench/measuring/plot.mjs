// Pictures for bench/RESULTS.md: panels of lines on logarithmic axes, as an SVG that can be read on a light and on a dark page.

const panel = { width: 440, height: 270, left: 64, right: 128, top: 34, bottom: 40 };
const columns = 2;
const head = 44;

// Markers differ in shape as well as in colour.
const kinds = {
  own: { light: '#0b5cad', dark: '#6cb6ff', marker: 'circle', dash: '' },
  ownToo: { light: '#0b5cad', dark: '#6cb6ff', marker: 'ring', dash: '5 4' },
  first: { light: '#b4450b', dark: '#f0964f', marker: 'square', dash: '' },
  second: { light: '#6b3fa0', dark: '#c297f5', marker: 'triangle', dash: '' },
  third: { light: '#2c7a3f', dark: '#74c987', marker: 'diamond', dash: '' },
};

const steps = [['ns', 1e-3], ['µs', 1], ['ms', 1e3], ['s', 1e6]];

// Microseconds as an axis writes powers of ten.
function writeTime(microseconds) {
  const [unit, size] = steps.findLast(([, step]) => microseconds >= step * 0.999) ?? steps[0];
  return `${Number((microseconds / size).toPrecision(1))} ${unit}`;
}

const at = (number) => number.toFixed(1);
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function markerAt(kind, x, y) {
  const shapes = {
    circle: () => `<circle cx="${at(x)}" cy="${at(y)}" r="4" class="fill ${kind}"/>`,
    ring: () => `<circle cx="${at(x)}" cy="${at(y)}" r="3.5" class="ring ${kind}"/>`,
    square: () => `<rect x="${at(x - 3.5)}" y="${at(y - 3.5)}" width="7" height="7" class="fill ${kind}"/>`,
    triangle: () => `<path d="M${at(x)} ${at(y - 4.5)}l4.5 8h-9z" class="fill ${kind}"/>`,
    diamond: () => `<path d="M${at(x)} ${at(y - 5)}l5 5l-5 5l-5 -5z" class="fill ${kind}"/>`,
  };
  return shapes[kinds[kind].marker]();
}

// Labels at the ends of lines, from top to bottom, moved down where one would cover another.
function spread(labels, gap, lowest) {
  const sorted = labels.toSorted((a, b) => a.y - b.y);
  for (let i = 1; i < sorted.length; i++) sorted[i].y = Math.max(sorted[i].y, sorted[i - 1].y + gap);
  const over = Math.max(0, (sorted.at(-1)?.y ?? 0) - lowest);
  for (const label of sorted) label.y -= over;
  return sorted;
}

function drawPanel({ title, lines, write = writeTime }, sizes) {
  const right = panel.width - panel.right;
  const bottom = panel.height - panel.bottom;
  const values = lines.flatMap((line) => line.points.map(([, value]) => value));
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)) + 0.001);
  const [first, last] = [Math.log10(sizes[0]), Math.log10(sizes.at(-1))];
  const x = (size) => panel.left + ((Math.log10(size) - first) / (last - first)) * (right - panel.left);
  const y = (value) => bottom - ((Math.log10(value) - low) / (high - low)) * (bottom - panel.top);

  const parts = [`<text x="${panel.left}" y="18" class="title">${escape(title)}</text>`];
  for (let power = low; power <= high; power++) {
    const height = at(y(10 ** power));
    parts.push(`<path d="M${panel.left} ${height}H${right}" class="grid"/><text x="${panel.left - 8}" y="${height}" dy="4" text-anchor="end">${write(10 ** power)}</text>`);
  }
  for (const size of sizes)
    parts.push(`<path d="M${at(x(size))} ${panel.top}V${bottom}" class="grid"/><text x="${at(x(size))}" y="${bottom + 17}" text-anchor="middle">${size.toLocaleString('en')}</text>`);
  const labels = [];
  for (const { name, kind, points } of lines) {
    const places = points.map(([size, value]) => [x(size), y(value)]);
    const dash = kinds[kind].dash ? ` stroke-dasharray="${kinds[kind].dash}"` : '';
    parts.push(`<path d="M${places.map(([px, py]) => `${at(px)} ${at(py)}`).join('L')}" class="line ${kind}"${dash}/>`);
    parts.push(...places.map(([px, py]) => markerAt(kind, px, py)));
    labels.push({ name, kind, y: places.at(-1)[1] });
  }
  for (const { name, kind, y: height } of spread(labels, 15, bottom))
    parts.push(markerAt(kind, right + 14, height), `<text x="${right + 24}" y="${at(height)}" dy="4" class="label">${escape(name)}</text>`);
  return parts.join('\n');
}

function styles() {
  const colors = (mode) => Object.entries(kinds).map(([name, kind]) => `--${name}: ${kind[mode]};`).join(' ');
  const uses = Object.keys(kinds).map((name) => `.${name} { --color: var(--${name}); }`).join(' ');
  return `
    :root { --paper: #ffffff; --ink: #1f2328; --faint: #d8dee4; ${colors('light')} }
    @media (prefers-color-scheme: dark) { :root { --paper: #0d1117; --ink: #e6edf3; --faint: #30363d; ${colors('dark')} } }
    ${uses}
    text { font: 12px system-ui, sans-serif; fill: var(--ink); }
    .title { font-weight: 600; font-size: 14px; } .heading { font-weight: 600; font-size: 16px; }
    .paper { fill: var(--paper); } .grid { stroke: var(--faint); fill: none; }
    .line { stroke: var(--color); stroke-width: 2; fill: none; } .fill { fill: var(--color); }
    .ring { stroke: var(--color); stroke-width: 1.5; fill: var(--paper); }`;
}

// Each panel is {title, lines: [{name, kind, points: [[size, value], …]}], write?}: values in microseconds, or what `write` writes.
export function plotPanels({ title, description, panels }) {
  const sizes = [...new Set(panels.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(([size]) => size))))].toSorted((a, b) => a - b);
  const width = columns * panel.width;
  const height = head + Math.ceil(panels.length / columns) * panel.height;
  const drawn = panels.map((each, i) => {
    const place = `translate(${(i % columns) * panel.width} ${head + Math.floor(i / columns) * panel.height})`;
    return `<g transform="${place}">\n${drawPanel(each, sizes)}\n</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">${escape(title)}</title>
<desc id="description">${escape(description)}</desc>
<style>${styles()}
</style>
<rect width="${width}" height="${height}" class="paper"/>
<text x="${panel.left}" y="28" class="heading">${escape(title)}</text>
${drawn.join('\n')}
</svg>
`;
}
