const policy = "default-src 'none'; img-src * data: blob:; media-src *; font-src * data:; style-src 'unsafe-inline'";

/** A page with a policy of its own, under which it loads pictures, fonts and styles, and runs nothing. */
export function framedPage(html: string): string {
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const at = html.indexOf('<head>');
  return at < 0 ? head + html : `${html.slice(0, at + '<head>'.length)}${head}${html.slice(at + '<head>'.length)}`;
}

export interface PageParts {
  sheets: readonly string[]; // the style sheets in its head
  rest: string; // all else
}

/** Two pages with the same rest differ in their looks only. */
export function pageParts(html: string): PageParts {
  const end = html.indexOf('</head>');
  const sheets: string[] = [];
  const head = html.slice(0, end < 0 ? 0 : end).replace(/<style([^>]*)>([^]*?)<\/style>/g, (_, attributes: string, css: string) => {
    sheets.push(css);
    return `<style${attributes}>`;
  });
  return { sheets, rest: head + html.slice(end < 0 ? 0 : end) };
}
