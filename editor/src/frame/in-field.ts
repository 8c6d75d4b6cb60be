const fields = 'input, textarea, select, [contenteditable]';

// Whether a key or a paste goes to a field of the page, which has its own use for it.
export function isInField(event: Event): boolean {
  return pathStart(event)?.closest(fields) != null;
}

// Whether a key presses a button that stands over the page.
export function pressesOverlay(event: KeyboardEvent): boolean {
  const target = pathStart(event);
  return event.key === 'Enter' && target?.getRootNode() instanceof ShadowRoot && target.closest('button') !== null;
}

// Where it happened, also inside of the overlay.
function pathStart(event: Event): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element ? target : null;
}
