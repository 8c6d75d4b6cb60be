import { useSyncExternalStore } from 'react';

const query = '(pointer: coarse)';

const listen = (onChange: () => void) => {
  const list = matchMedia(query);
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
};

/** Whether people point at this screen with their fingers, which need more room than a mouse. Style sheets ask `(pointer: coarse)`. */
export function useIsByFinger(): boolean {
  return useSyncExternalStore(listen, () => matchMedia(query).matches);
}
