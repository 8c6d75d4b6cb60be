// An empty slot shows nothing on the published page; here it gets an element that can be seen and pointed at.
import { isEmptySlot, type SlotMarkers } from './slots.ts';

export const placeholderName = 'pagewright-empty-slot';

function placeholderIn({ start }: SlotMarkers): Element | null {
  const next = start.nextSibling;
  return next instanceof Element && next.localName === placeholderName ? next : null;
}

// A slot that is the only thing its component shows gets a placeholder for good; any other (`isReveal`) only while something is dragged over
// it, so that the page looks as it will be published. `label` is what the slot is called.
export function showPlaceholder(markers: SlotMarkers, label: string, isReveal: boolean): boolean {
  const present = placeholderIn(markers);
  if (!isEmptySlot(markers)) {
    present?.remove();
    return false;
  }
  if (present) return false;
  const isSlim = hasOtherContent(markers.start);
  if (isSlim && !isReveal) return false;
  const placeholder = document.createElement(placeholderName);
  placeholder.setAttribute('label', label);
  if (isSlim) placeholder.setAttribute('slim', '');
  markers.end.before(placeholder);
  return true;
}

export function hidePlaceholder(markers: SlotMarkers): void {
  placeholderIn(markers)?.remove();
}

export function hideAllPlaceholders(): void {
  for (const placeholder of document.querySelectorAll(placeholderName)) placeholder.remove();
}

// True when the component shows something by itself, so that it can be seen and selected without a zone.
function hasOtherContent(start: Comment): boolean {
  const owner = start.parentElement?.closest('[data-node], main');
  if (!owner) return false;
  return owner.textContent.trim() !== '' || owner.querySelector('img, video, input, svg') !== null;
}
