export type Theme = 'system' | 'light' | 'dark';

const key = 'pagewright-theme';
const watchers = new Set<() => void>();

export function readTheme(): Theme {
  const stored = localStorage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(key);
  else localStorage.setItem(key, theme);
  show(theme);
  for (const watcher of watchers) watcher();
}

/** Shows the stored theme, and follows a choice made in another tab. Once, before anything is drawn. */
export function startTheme(): void {
  show(readTheme());
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    show(readTheme());
    for (const watcher of watchers) watcher();
  });
}

export function watchTheme(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
