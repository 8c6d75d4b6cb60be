import type { ChangeKind } from './change-groups.ts';

const colors: Record<ChangeKind, string> = { inserted: '#15803d', removed: '#b91c1c', moved: '#6d28d9', changed: '#b45309' };

const policy = "default-src 'none'; img-src * data: blob:; media-src *; font-src * data:; style-src 'unsafe-inline'";

const isId = (id: string) => /^[A-Za-z0-9_-]{1,36}$/.test(id);

/** A page of the canvas with outlines around what has changed, and a policy of its own. Empty slots are not shown. */
export function markedPage(html: string, marks: ReadonlyMap<string, ChangeKind>): string {
  let css = 'pagewright-empty-slot{display:none!important}html{scroll-behavior:auto!important}';
  for (const kind of Object.keys(colors) as ChangeKind[]) {
    const ids = [...marks].filter(([id, mark]) => mark === kind && isId(id)).map(([id]) => `[data-node="${id}"]`);
    if (ids.length === 0) continue;
    css += `:is(${ids.join(',')}){outline:4px solid ${colors[kind]}!important;outline-offset:-2px!important}`;
    css += `:is(${ids.join(',')})[data-current]{box-shadow:0 0 0 10px color-mix(in srgb,${colors[kind]} 30%,transparent)!important}`;
  }
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><style>${css}</style>`;
  const at = html.indexOf('<head>');
  return at < 0 ? `${head}${html}` : `${html.slice(0, at + '<head>'.length)}${head}${html.slice(at + '<head>'.length)}`;
}
