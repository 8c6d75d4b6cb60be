// What runs in the pages of editors, to see when something came, was shown and could be used. Functions here are sent to the browser as text, so each
// stands for itself.

// Before anything else in every frame: notes when the page was there as a whole and painted for the first time, and in the outermost when the shell was
// ready. That one looks into frames of its own origin too: scripts like this do not come to those that are written by script.
export function watchOpening({ buttons, readySelector }) {
  const now = () => performance.timeOrigin + performance.now();
  const isOutermost = globalThis.parent === globalThis;
  const isWhole = (window) => {
    try {
      return window.document.getElementsByClassName('pw-button').length >= buttons;
    } catch {
      return false; // of another origin
    }
  };
  const look = () => {
    if (globalThis.benchStopped) return;
    if (isOutermost && !globalThis.benchReady && document.querySelector(readySelector)) globalThis.benchReady = now();
    if (!globalThis.benchWhole && [globalThis, ...(isOutermost ? Array.from(globalThis.frames) : [])].some(isWhole)) {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => (globalThis.benchWhole ??= now());
      channel.port2.postMessage(null); // runs when style, layout and paint of this frame are done
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

// Notes when the last key or press came.
export function watchInput() {
  if (globalThis.benchInput !== undefined) return;
  globalThis.benchInput = 0;
  for (const kind of ['keydown', 'pointerdown', 'pointerup', 'dragend', 'drop']) {
    addEventListener(kind, (event) => (globalThis.benchInput = performance.timeOrigin + event.timeStamp), { capture: true });
  }
}

// Notes when what is expected has been painted: `count` elements of a class, or a text that is (`text`), or is not any more (`notText`), in the first
// element that `selector` finds.
export function watchFor({ className, count, selector, text, notText }) {
  const isThere = () => {
    if (className !== undefined) return document.getElementsByClassName(className).length === count;
    const seen = document.querySelector(selector)?.textContent.trim();
    return text !== undefined ? seen === text : seen !== undefined && seen !== notText;
  };
  globalThis.benchSeen = null;
  const observer = new MutationObserver(() => {
    if (!isThere()) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => (globalThis.benchSeen = performance.timeOrigin + performance.now());
      channel.port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, characterData: true, attributes: true, subtree: true });
}

// How long after one another frames are drawn, until told to end.
export function watchFrames() {
  const frames = (globalThis.benchFrames = []);
  let before = performance.now();
  const next = () => {
    const at = performance.now();
    frames.push(at - before);
    before = at;
    if (globalThis.benchFrames === frames) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

// Ends that.
export function framesSeen() {
  const frames = globalThis.benchFrames;
  globalThis.benchFrames = null;
  return frames.slice(1);
}
