import { expect, type BrowserContext, type Frame, type Page } from '@playwright/test';

/** Collects the messages of alert() and its like, which nothing of ours shows, from now on. */
export function watchDialogs(context: BrowserContext): string[] {
  const messages: string[] = [];
  context.on('dialog', (dialog) => {
    messages.push(dialog.message());
    void dialog.dismiss();
  });
  return messages;
}

/** In every frame of the page: no payload has run. */
export async function expectNothingRan(page: Page, where: string): Promise<void> {
  for (const frame of page.frames()) {
    // A frame may be gone again by then.
    const hasRun = await frame.evaluate(() => 'hacked' in self).catch(() => false);
    expect(hasRun, `something ran ${where}, in ${frame.url()}`).toBe(false);
  }
}

/** What of a document could run, beside what the selector says is ours: scripts, handlers, documents in attributes, addresses that are programs. */
export function dangersIn(frame: Frame, ours: string): Promise<string[]> {
  return frame.evaluate((ours) => {
    const program = /^[\u0000-\u0020]*(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:|v\s*b\s*s\s*c\s*r\s*i\s*p\s*t\s*:|data:(?!image\/(png|jpeg|gif|webp|avif)[;,]))/i;
    const addresses = ['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'ping'];
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const name = element.localName;
      if (element.matches(ours)) return [];
      const faults = ['script', 'base', 'object', 'embed'].includes(name) ? [`<${name}>`] : [];
      if (name === 'meta' && element.getAttribute('http-equiv')?.toLowerCase() === 'refresh') faults.push('<meta http-equiv=refresh>');
      for (const attribute of element.attributes) {
        if (/^on/i.test(attribute.name) || attribute.name === 'srcdoc') faults.push(`${name} ${attribute.name}`);
        if (addresses.includes(attribute.name) && program.test(attribute.value)) faults.push(`${name} ${attribute.name}=${attribute.value}`);
      }
      return faults;
    });
  }, ours);
}
