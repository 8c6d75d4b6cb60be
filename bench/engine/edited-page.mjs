// Ten edits as an author makes them, spread over a page of pages.mjs: four props set, two cards inserted, two removed, two moved.

// Every card with the list that holds it, in the order of the page.
function cardsIn(document) {
  const found = [];
  const visit = (list) => {
    for (const node of list) {
      if (node.component === 'card') found.push({ node, list });
      for (const below of Object.values(node.children ?? {})) visit(below);
    }
  };
  visit(document.components);
  return found;
}

export function editPage(document) {
  const edited = structuredClone(document);
  const cards = cardsIn(edited);
  const at = (share) => cards[Math.floor(share * cards.length)];
  for (const share of [0.05, 0.35, 0.55, 0.95]) at(share).node.props.title += ', changed';

  const insert = (share, id) => {
    const { node, list } = at(share);
    list.splice(list.indexOf(node) + 1, 0, { id, component: 'card', props: { title: 'A new card', text: 'With a text & a link' } });
  };
  insert(0.15, 'new-1');
  insert(0.75, 'new-2');

  const take = (share) => {
    const { node, list } = at(share);
    list.splice(list.indexOf(node), 1);
    return node;
  };
  take(0.45);
  take(0.65);
  at(0.85).list.push(take(0.25)); // into another grid
  const { list } = at(0.1);
  list.unshift(list.splice(2, 1)[0]); // within its grid
  return edited;
}
