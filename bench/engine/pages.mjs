// The pages that the engine's benchmarks render: sections of grids of cards with headings and buttons, from the library, filled with
// prose of ordinary length, some of which needs escaping.

const words = 'care clinic school nurse morning family & advice <b>open</b> visit "today" child health table garden letter season river bridge'.split(' ');

function prose(seed, length) {
  const picked = [];
  for (let i = 0; i < length; i++) picked.push(words[(seed * 31 + i * 17 + ((seed * i) % 7)) % words.length]);
  return picked.join(' ');
}

// What the pages are made of.
export const componentNames = ['section', 'grid', 'heading', 'card', 'button'];

// A document of exactly `size` nodes: sections of up to 20 nodes, each a heading, a grid of cards, and a button in every card's slot.
export function makePage(size) {
  const sections = [];
  let left = size;
  let id = 0;
  const node = (component, props, children) => {
    left--;
    id++;
    return { id: `n${id}`, component, props, ...(children ? { children } : {}) };
  };
  while (left > 0) {
    const content = [];
    const section = node('section', { title: prose(id, 4), intro: prose(id + 1, 14), tone: id % 3 ? 'plain' : 'muted' }, { content });
    sections.push(section);
    if (left > 0) content.push(node('heading', { text: prose(id, 5), level: 'h3' }));
    if (left > 0) {
      const cells = [];
      content.push(node('grid', { columns: 3 }, { content: cells }));
      for (let i = 0; i < 9 && left > 0; i++) {
        const buttons = [];
        cells.push(
          node('card', { title: prose(id, 4), text: prose(id + 2, 22), image: { src: `/assets/p${id % 9}.svg`, alt: prose(id, 3) }, link_label: 'More', url: `/topic/${id}?a=1&b=2` }, { content: buttons }),
        );
        if (left > 0) buttons.push(node('button', { label: prose(id, 2), url: `/go/${id}` }));
      }
    }
  }
  return { components: sections, layout: { title: 'Benchmark' } };
}

// What a request says of a page made by makePage: its nodes, and in the first of them another title.
export function pageTitled({ components: [first, ...rest] }, title) {
  return { components: [{ ...first, props: { ...first.props, title } }, ...rest] };
}
