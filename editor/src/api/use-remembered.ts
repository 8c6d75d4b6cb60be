import { useSyncExternalStore } from 'react';
import { rememberedList, watchRemembered, type RememberedList } from './remembered.ts';

export function useRememberedList(name: RememberedList): readonly string[] {
  return useSyncExternalStore(watchRemembered, () => rememberedList(name));
}
