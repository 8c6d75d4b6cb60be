import type { ContrastFault } from './tokens/contrast.ts';
import { ratioText } from './tokens/contrast.ts';
import { themeLabel } from './design-view.ts';
import { useView } from './use-design.ts';

/** "color.text on color.background, Dark: 3.21 : 1, at least 4.5 : 1 is needed". */
export function ContrastNote({ fault: { front, ground, theme, ratio, least } }: { fault: ContrastFault }) {
  const view = useView();
  const where = view.under.size > 1 ? `, ${themeLabel(theme, view.document)}` : '';
  return (
    <>
      {front} on {ground}
      {where}: <strong>{ratioText(ratio)}</strong>, needs {least} : 1
    </>
  );
}
