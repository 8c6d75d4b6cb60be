import type { Locator } from '@playwright/test';

/** A document's node as the API nests it. */
export interface PageNode {
  id: string;
  component: string;
  props?: Record<string, unknown>;
  styles?: Record<string, Record<string, string>>;
  children?: Record<string, PageNode[]>;
}

export function allNodes(nodes: readonly PageNode[]): PageNode[] {
  return nodes.flatMap((node) => [node, ...Object.values(node.children ?? {}).flatMap(allNodes)]);
}

export interface Shown {
  texts: string[];
  boxes: { tag: string; className: string; x: number; y: number; width: number; height: number }[];
}

/** What a reader gets: the visible texts in order, and where the page's parts stand. For `<main>` of a page or of the canvas. */
export async function shownIn(main: Locator): Promise<Shown> {
  return main.evaluate((element) => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.nodeValue ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '' && node.parentElement?.checkVisibility()) texts.push(text);
    }
    const boxes = [...element.children].map((child) => {
      const { left, top, width, height } = child.getBoundingClientRect();
      return { tag: child.tagName, className: child.className, x: left + scrollX, y: top + scrollY, width, height };
    });
    return { texts, boxes };
  });
}
