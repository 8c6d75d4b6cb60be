import { rememberChoice, rememberedChoice } from '../../api/remembered.ts';
import { breakpoints } from '../../engine/document.ts';
import type { EditorState } from '../../session/editor-state.ts';
import type { Observable } from '../../session/observable.ts';

// As wide as a page is that is shown as on a phone (docs/formats/style.md).
const phone = '(max-width: 639px)';

// A page is opened at the width of a desktop; in a window as narrow as a phone's at that of a phone, or at the one that was chosen last in such a window.
export function keepBreakpoint(state: Observable<EditorState>): void {
  const isPhone = matchMedia(phone);
  if (isPhone.matches) {
    const chosen = rememberedChoice('breakpoint-on-phone');
    state.update({ breakpoint: breakpoints.find((breakpoint) => breakpoint === chosen) ?? 'mobile' });
  }
  let { breakpoint: shown } = state.get();
  state.subscribe(() => {
    const { breakpoint } = state.get();
    if (breakpoint === shown) return;
    shown = breakpoint;
    if (isPhone.matches) rememberChoice('breakpoint-on-phone', breakpoint);
  });
}
