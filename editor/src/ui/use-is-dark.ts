import { useSyncExternalStore } from 'react';
import { useTheme } from './use-theme.ts';

const darkness = () => matchMedia('(prefers-color-scheme: dark)');

function watchDarkness(watcher: () => void): () => void {
  const query = darkness();
  query.addEventListener('change', watcher);
  return () => query.removeEventListener('change', watcher);
}

/** Whether the editor is dark at the moment, by choice or as the system is. */
export function useIsDark(): boolean {
  const theme = useTheme();
  const isSystemDark = useSyncExternalStore(watchDarkness, () => darkness().matches);
  return theme === 'system' ? isSystemDark : theme === 'dark';
}
