import { useSyncExternalStore } from 'react';
import { readTheme, watchTheme, type Theme } from './theme.ts';

export function useTheme(): Theme {
  return useSyncExternalStore(watchTheme, readTheme);
}
