import { useRef } from 'react';

/**
 * What had the focus when a dialog opened gets it back when the dialog closes. For a menu's item, which is gone by then,
 * that is the button that opened the menu. Gives the handler for the dialog's closing.
 */
export function useFocusReturn(isOpen: boolean): (event: Event) => void {
  const wasOpen = useRef(false);
  const opener = useRef<HTMLElement | null>(null);
  if (isOpen && !wasOpen.current) opener.current = openerOf(document.activeElement);
  wasOpen.current = isOpen;
  return (event) => {
    event.preventDefault();
    if (opener.current?.isConnected === true) opener.current.focus();
  };
}

function openerOf(focused: Element | null): HTMLElement | null {
  const menu = focused?.closest('[role="menu"]');
  if (menu) return document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  return focused instanceof HTMLElement ? focused : null;
}
