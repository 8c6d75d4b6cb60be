// The code editor in the colours of the rest.
import { editor } from './monaco.ts';

/** A colour of the theme as #rrggbb: Monaco knows no other notation. */
function hexOf(property: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  if (pen === null) return '#808080';
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

// Monaco's own colours that are too faint on our grounds.
const lightRules: editor.ITokenThemeRule[] = [
  { token: 'attribute.name', foreground: 'a31515' },
  { token: 'attribute.name.css', foreground: 'a31515' },
  { token: 'attribute.value.number', foreground: '086c46' },
  { token: 'attribute.value.unit', foreground: '086c46' },
  { token: 'number', foreground: '086c46' },
  { token: 'comment', foreground: '2d6a2d' },
  { token: 'delimiter.output.liquid', foreground: '8a3ffc' },
  { token: 'delimiter.tag.liquid', foreground: '8a3ffc' },
];
const darkRules: editor.ITokenThemeRule[] = [
  { token: 'delimiter.html', foreground: '9aa4b2' },
  { token: 'delimiter.output.liquid', foreground: 'c4a1ff' },
  { token: 'delimiter.tag.liquid', foreground: 'c4a1ff' },
  { token: 'comment', foreground: '7fb069' },
];

/** All code editors look like this from now on: Monaco has one theme for all. */
export function showCodeTheme(isDark: boolean): void {
  const ground = hexOf('--surface');
  editor.defineTheme('pagewright', {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: isDark ? darkRules : lightRules,
    colors: {
      'editor.background': ground,
      'editorGutter.background': ground,
      'editor.foreground': hexOf('--text'),
      'editorLineNumber.foreground': hexOf('--text-soft'),
      'editorLineNumber.dimmedForeground': hexOf('--text-soft'),
      'editorLineNumber.activeForeground': hexOf('--text'),
      'editor.lineHighlightBackground': hexOf('--surface-sunken'),
      'editor.lineHighlightBorder': '#00000000',
      'editorWidget.background': hexOf('--surface-raised'),
      'editorWidget.border': hexOf('--line'),
      'editorHoverWidget.background': hexOf('--surface-raised'),
      'editorSuggestWidget.background': hexOf('--surface-raised'),
      'editorError.foreground': hexOf('--danger-text'),
      'editorWarning.foreground': hexOf('--warning-text'),
      focusBorder: hexOf('--focus'),
    },
  });
  editor.setTheme('pagewright');
}
