// How a node would look with another style, before anybody else knows: a rule of its own sheet, above those of the page. The page's elements
// stay as they are.
export class StylePreview {
  private readonly sheet = new CSSStyleSheet();

  show(id: string, declarations: Readonly<Record<string, string>>): void {
    // The page's sheets are other ones after it was opened anew.
    if (!document.adoptedStyleSheets.includes(this.sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
    const body = Object.entries(declarations).map(([property, value]) => `${property}:${value}`);
    this.sheet.replaceSync(`[data-node="${CSS.escape(id)}"]{${body.join(';')}}`);
  }

  hide(): void {
    this.sheet.replaceSync('');
  }
}
