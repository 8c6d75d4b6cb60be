// What both page servers make of a page: its address, and the document that is published.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { Page } from '../../engine/react-page.mjs';

export const slugOf = (name) => name.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-').replaceAll(/^-|-$/g, '');

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function htmlOf(name, structure) {
  const body = renderToStaticMarkup(createElement(Page, { document: structure }));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(name)}</title><link rel="stylesheet" href="/styles.css"></head><body>${body}</body></html>`;
}
