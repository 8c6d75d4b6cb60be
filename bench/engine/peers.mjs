// The peers, each doing the engine's work on the same pages in this process; that it is the same work is checked first.
import './production.mjs';

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

import { median } from '../measuring/figures.mjs';
import { AjvPages } from './ajv-page.mjs';
import { checkDiffPeers, diffPeers } from './diff-peers.mjs';
import { renderPage as renderHandlebars } from './handlebars-page.mjs';
import { LiquidPages } from './liquid-page.mjs';
import { componentNames } from './pages.mjs';
import { Page } from './react-page.mjs';

// The time of one run in microseconds by the clock, since the collector's threads work for it too: the median of batches that take 20 ms
// or more, of which there are at least 5, half a second long.
export function measure(work) {
  let runs = 1;
  const batch = () => {
    const before = performance.now();
    for (let i = 0; i < runs; i++) work();
    return (performance.now() - before) * 1000;
  };
  while (batch() < 20_000) runs *= 2;
  const seen = [];
  let spent = 0;
  while (seen.length < 5 || spent < 500_000) {
    const time = batch();
    spent += time;
    seen.push(time / runs);
  }
  return median(seen);
}

// Entities that the peers write differently for the same character.
const comparable = (html) => html.replaceAll('&#x27;', '&#39;').replaceAll('&#34;', '&quot;').replaceAll('&#x3D;', '=').replaceAll('/>', '>');

export class Peers {
  constructor(library) {
    this.liquid = new LiquidPages(library, componentNames);
    this.ajv = new AjvPages(library);
  }

  #renderers(document) {
    return {
      react: () => renderToStaticMarkup(createElement(Page, { document })),
      handlebars: () => renderHandlebars(document),
      liquidjs: () => this.liquid.renderPage(document),
    };
  }

  // `body` is what the engine rendered of the page.
  checkRendering(document, body) {
    for (const [name, render] of Object.entries(this.#renderers(document))) {
      const html = render();
      // React puts preload links for images in front.
      if (comparable(html.slice(html.indexOf('<section'))) !== comparable(body)) throw new Error(`${name} writes other markup than the engine`);
    }
  }

  measureRendering(document) {
    return Object.fromEntries(Object.entries(this.#renderers(document)).map(([name, render]) => [name, measure(render)]));
  }

  measureDiff(before, after) {
    checkDiffPeers(before, after);
    return Object.fromEntries(Object.entries(diffPeers).map(([name, { diff }]) => [name, measure(() => diff(before, after))]));
  }

  measureValidation(document) {
    const subjects = this.ajv.subjects(document);
    if (AjvPages.countFaults(subjects) > 0) throw new Error('Ajv finds faults in the page');
    return measure(() => AjvPages.countFaults(subjects));
  }
}
