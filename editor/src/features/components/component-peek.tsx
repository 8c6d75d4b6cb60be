import { useQuery } from '@tanstack/react-query';
import { Popover } from 'radix-ui';

import { componentsQuery } from '../../api/queries.ts';
import { ComponentPreview } from '../../previews/previews.tsx';

import styles from './component-peek.module.css';
import type { Peek } from './use-peek.ts';

// A component as it looks with its sample, beside the item that is pointed at or has the focus.
export function ComponentPeek({ peek }: { peek: Peek }) {
  const { data } = useQuery({ ...componentsQuery(), staleTime: Infinity, enabled: peek.shown !== null });
  const { shown } = peek;
  const component = data?.items.find(({ definition }) => definition.name === shown?.component);
  if (!shown || !component) return null;
  const { display_name: label, description } = component.definition;
  return (
    <Popover.Root open>
      <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: () => shown.element.getBoundingClientRect() } }} />
      {/* Within the sidebar, of which it is a part for those who can't see where it stands. */}
      <Popover.Portal container={shown.element.closest('aside')}>
        <Popover.Content
          className={styles.peek}
          role="note"
          aria-label={`How ${label} looks`}
          side="right"
          sideOffset={12}
          align="center"
          collisionPadding={12}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => event.preventDefault()}
          onEscapeKeyDown={peek.close}
        >
          <ComponentPreview key={shown.component} component={component} className={styles.picture} />
          <p className={styles.words}>
            <strong>{label}</strong>
            {description}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
