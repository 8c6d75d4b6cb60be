import { useId } from 'react';

import type { Breakpoint } from '../../../engine/document.ts';
import type { DesignToken } from '../../../session/design-tokens.ts';
import { ControlFrame, describedBy } from '../control-frame.tsx';
import { helpOf } from '../several.ts';

import type { StyleProperty } from './style-properties.ts';
import { TokenField } from './token-field.tsx';
import { spacingOf, useShownSpacing } from './use-shown-spacing.ts';
import { useStyle } from './use-style.ts';

interface StyleFieldProps {
  ids: readonly string[];
  breakpoint: Breakpoint;
  style: StyleProperty;
  // More that are set to the same.
  along?: readonly string[];
  tokens: readonly DesignToken[];
}

const noChoices: readonly string[] = [];

// One declaration of a node, or of several, at a breakpoint. Empty: what the wider breakpoints or the component say.
export function StyleField({ ids, breakpoint, style, along = [], tokens }: StyleFieldProps) {
  const id = useId();
  const { property, label } = style;
  const { stored, inherited, differs, origin, error, canEdit, set, enter } = useStyle(ids, breakpoint, [property, ...along], label);
  const shown = useShownSpacing(spacingOf(property));
  const help = helpOf(origin, differs, ids.length);
  return (
    <div
      {...shown}
      onFocus={() => {
        shown.onFocus?.();
        enter();
      }}
    >
      <ControlFrame
        id={id}
        label={label}
        help={help}
        error={error}
        isSet={stored !== undefined || differs}
        onReset={(stored === undefined && !differs) || !canEdit ? undefined : () => set('')}
      >
        <TokenField
          id={id}
          label={label}
          value={stored ?? ''}
          inherited={inherited}
          placeholder={style.placeholder}
          tokens={tokens}
          choices={style.choices ?? noChoices}
          isInvalid={error !== null}
          describedBy={describedBy(id, help, error)}
          isDisabled={!canEdit}
          onChange={set}
        />
      </ControlFrame>
    </div>
  );
}
