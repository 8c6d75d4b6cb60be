import { useMemo, type ReactNode } from 'react';
import { DesignContext, ViewContext, type Design } from './use-design.ts';
import type { DesignView } from './design-view.ts';

/** Two contexts: what shows one token is not drawn anew because another one has changed. */
export function DesignProvider({ draft, mayEdit, view, children }: Design & { view: DesignView; children: ReactNode }) {
  const design = useMemo<Design>(() => ({ draft, mayEdit }), [draft, mayEdit]);
  return (
    <DesignContext value={design}>
      <ViewContext value={view}>{children}</ViewContext>
    </DesignContext>
  );
}
