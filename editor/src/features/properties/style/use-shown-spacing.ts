import { useEffect } from 'react';

import { spacingParts, type SpacingPart } from '../../../session/adjusting.ts';
import { useSession } from '../../../session/react.ts';

// Which distances a property is about: "padding-top" is about the padding. Null: about none.
export function spacingOf(property: string): SpacingPart | null {
  return spacingParts.find((part) => property === part || property.startsWith(`${part}-`)) ?? null;
}

// While something that is about a node's distances is pointed at, or has the focus, the canvas shows them.
export function useShownSpacing(part: SpacingPart | null) {
  const { spacing } = useSession();
  useEffect(() => () => spacing.set(null), [spacing]);
  if (part === null) return {};
  const show = () => spacing.set(part);
  const hide = () => spacing.set(null);
  return { onPointerEnter: show, onPointerLeave: hide, onFocus: show, onBlur: hide };
}
