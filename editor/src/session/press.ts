// What a press becomes, with the mouse, a pen or a finger, in the panels and in the canvas alike. The mouse and the pen drag once they move.
// A finger that moves at once scrolls: it drags what it has held, and what it holds and lets go again shows its menu.

export interface PressOutcome {
  // Without it, nothing can be dragged here. The place is in the window's pixels.
  onDrag?: ((x: number, y: number) => void) | undefined;
  // Let go before it became anything else.
  onTap?: (() => void) | undefined;
  // A finger has held it for long enough: moving drags it from now on. And, with false, that this is over.
  onHold?: ((isHeld: boolean) => void) | undefined;
  // Held, and let go where it was; or held where nothing can be dragged.
  onMenu?: ((x: number, y: number) => void) | undefined;
}

export const holdMilliseconds = 400;
const dragThreshold = 5;
const fingerTolerance = 10; // how far a finger that holds still may tremble

// The pointers that hold something.
const holding = new Set<number>();

// Watches a pressed pointer until it is clear what it becomes, or until what is given back is called. `isGrip` is a press on something that
// is there to be dragged by: a finger need not hold it.
export function watchPress(press: PointerEvent, { onDrag, onTap, onHold, onMenu }: PressOutcome, isGrip = false): () => void {
  if (press.button !== 0) return () => undefined;
  const { pointerId, clientX, clientY } = press;
  const scrolls = isByFinger(press) && !isGrip;
  let isHeld = false;
  const watching = new AbortController();
  const stop = () => {
    clearTimeout(patience);
    watching.abort();
    if (isHeld) onHold?.(false);
    isHeld = false;
  };
  const hold = () => {
    isHeld = true;
    keepHolding(press);
    onHold?.(true);
    if (!onDrag) onMenu?.(clientX, clientY);
  };
  const patience = scrolls ? setTimeout(hold, holdMilliseconds) : undefined;
  const listen = (type: 'pointermove' | 'pointerup' | 'pointercancel', answer: (event: PointerEvent) => void) =>
    addEventListener(type, (event) => (event.pointerId === pointerId ? answer(event) : undefined), { signal: watching.signal });

  listen('pointermove', (move) => {
    if (move.buttons === 0) return stop(); // let go where nobody heard of it
    if (isNear(press, move)) return;
    const drags = isHeld || !scrolls;
    stop();
    if (drags) onDrag?.(move.clientX, move.clientY);
  });
  listen('pointerup', () => {
    const wasHeld = isHeld;
    stop();
    if (!wasHeld) onTap?.();
    else if (onDrag) onMenu?.(clientX, clientY);
  });
  listen('pointercancel', stop);
  addEventListener('blur', stop, { signal: watching.signal });
  return stop;
}

// Until the finger is lifted, and the browser has told of that in its touch events too, which come after the pointer's.
function keepHolding({ pointerId: pointer, target }: PointerEvent): void {
  holding.add(pointer);
  const lifting = new AbortController();
  // What is held may leave the page, as a row of a list that scrolls: from then on nobody else hears of its touches.
  target?.addEventListener('touchmove', keep, { passive: false, signal: lifting.signal });
  const lift = ({ pointerId }: PointerEvent) => {
    if (pointerId !== pointer) return;
    lifting.abort();
    setTimeout(() => holding.delete(pointer), 0);
  };
  addEventListener('pointerup', lift, { signal: lifting.signal });
  addEventListener('pointercancel', lift, { signal: lifting.signal });
}

export function isByFinger({ pointerType }: PointerEvent): boolean {
  return pointerType === 'touch';
}

// Measured on the screen: the canvas is shown smaller than it is.
function isNear(press: PointerEvent, now: PointerEvent): boolean {
  return Math.hypot(now.screenX - press.screenX, now.screenY - press.screenY) <= (isByFinger(press) ? fingerTolerance : dragThreshold);
}

// While a finger holds something, and for as long as `areKept`, the browser makes no scroll, click or menu of its own of what the fingers do.
// It has to listen before they come down.
export function keepTouches(areKept: () => boolean, signal = new AbortController().signal): void {
  const options = { capture: true, passive: false, signal };
  const keepSome = (event: Event) => {
    if (holding.size > 0 || areKept()) keep(event);
  };
  for (const type of ['touchmove', 'touchend', 'contextmenu']) addEventListener(type, keepSome, options);
}

function keep(event: Event): void {
  if (!event.cancelable) return;
  event.preventDefault();
  if (event.type === 'contextmenu') event.stopImmediatePropagation();
}
