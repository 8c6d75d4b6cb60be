// What the peers' applications share: the page that they are to open, and how they say how far they are.

export async function fetchPage() {
  const size = new URLSearchParams(location.search).get('size');
  return (await fetch(`/pages/${size}.json`)).json();
}

export function showReady() {
  document.body.dataset.peerReady = '';
}

export function showSelected(component) {
  const shown = document.querySelector('[data-peer-selected]');
  if (shown.textContent !== component) shown.textContent = component;
}

// For editors that move what is dragged in the document before it is dropped.
export function countDrop() {
  const shown = document.querySelector('[data-peer-dropped]');
  shown.textContent = String(Number(shown.textContent) + 1);
}
