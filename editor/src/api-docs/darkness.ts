import { readTheme } from '../ui/theme.ts';

const system = matchMedia('(prefers-color-scheme: dark)');

/** Swagger UI is dark below a class; ours is a choice, or the system's. */
export function showDarkness(): void {
  const theme = readTheme();
  document.documentElement.classList.toggle('dark-mode', theme === 'dark' || (theme === 'system' && system.matches));
}

system.addEventListener('change', showDarkness);
