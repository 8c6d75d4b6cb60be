import { Announcer } from './announcer.tsx';
import { ArrangeDialogs } from './arrange-dialogs.tsx';
import { SelectionMenu } from './selection-menu.tsx';

// What opens over the page for the selected nodes, and what is said of them.
export function SelectionParts() {
  return (
    <>
      <SelectionMenu />
      <ArrangeDialogs />
      <Announcer />
    </>
  );
}
