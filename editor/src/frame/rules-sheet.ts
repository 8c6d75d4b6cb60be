// The page's style: one constructed sheet for what the page came with, one that grows by the rules that changes bring. Constructed
// sheets need no permission of the content security policy, and adding a rule never parses the others again.

// Splits CSS into its top-level rules, as they are.
export function splitRules(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < css.length; index += 1) {
    const character = css[index];
    if (character === '"' || character === "'") {
      index = endOfString(css, index);
    } else if (character === '/' && css[index + 1] === '*') {
      const end = css.indexOf('*/', index + 2);
      index = end === -1 ? css.length : end + 1;
    } else if (character === '\\') {
      index += 1;
    } else if (character === '{') {
      depth += 1;
    } else if (character === '}' || (character === ';' && depth === 0)) {
      if (character === '}') depth = Math.max(0, depth - 1);
      if (depth === 0) {
        const rule = css.slice(start, index + 1).trim();
        if (rule !== ';' && rule !== '') rules.push(rule);
        start = index + 1;
      }
    }
  }
  return rules;
}

function endOfString(css: string, start: number): number {
  for (let index = start + 1; index < css.length; index += 1) {
    if (css[index] === '\\') index += 1;
    else if (css[index] === css[start]) return index;
  }
  return css.length;
}

export class PageStyle {
  private readonly tokens = new CSSStyleSheet();
  private readonly base = new CSSStyleSheet();
  private added = new CSSStyleSheet();
  private readonly canvas: CSSStyleSheet;

  constructor(canvasCss: string) {
    this.canvas = new CSSStyleSheet();
    this.canvas.replaceSync(canvasCss);
  }

  open(tokenCss: string, css: string): void {
    this.tokens.replaceSync(tokenCss);
    this.base.replaceSync(css);
    this.added = new CSSStyleSheet();
    document.adoptedStyleSheets = [this.tokens, this.base, this.added, this.canvas];
  }

  setTokens(css: string): void {
    this.tokens.replaceSync(css);
  }

  append(css: string): void {
    for (const rule of splitRules(css)) {
      try {
        this.added.insertRule(rule, this.added.cssRules.length);
      } catch {
        // A rule that this browser doesn't know is no rule, as in any style sheet.
      }
    }
  }
}
