import { useMemo } from 'react';

import { breakpoints, type Breakpoint } from '../../engine/document.ts';
import { listTokens, type DesignToken } from '../../session/design-tokens.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { Segmented } from '../../ui/segmented.tsx';

import { Group } from './group.tsx';
import styles from './properties.module.css';
import { StyleField } from './style-field.tsx';
import { styleGroups, type StyleProperty } from './style-properties.ts';

const names: Record<Breakpoint, string> = { base: 'All', tablet: 'Tablet', mobile: 'Phone' };
const explanations: Record<Breakpoint, string> = {
  base: 'Holds at every width.',
  tablet: 'Holds up to 1023 px wide, on tablets and phones.',
  mobile: 'Holds up to 639 px wide, on phones.',
};

// A node's style at the breakpoint that the canvas shows.
export function StylePanel({ nodeId }: { nodeId: string }) {
  const session = useSession();
  const breakpoint = useEditorState((state) => state.breakpoint);
  const tokens = useMemo(() => listTokens(session.tokens), [session]);
  const fitting = useMemo(
    () => new Map(styleGroups.flatMap((group) => group.properties).map((style) => [style.property, fittingTokens(tokens, style)])),
    [tokens],
  );
  return (
    <>
      <div className={styles.breakpoint}>
        <Segmented
          label="Breakpoint of the style"
          value={breakpoint}
          options={breakpoints.map((value) => ({ value, label: names[value] }))}
          onChange={(value) => session.state.update({ breakpoint: value })}
        />
        <p className={styles.help}>{explanations[breakpoint]}</p>
      </div>
      {styleGroups.map((group) => (
        <Group key={group.name} label={group.label}>
          <div className={styles.pairs}>
            {group.properties.map((style) => (
              <StyleField key={`${nodeId}:${breakpoint}:${style.property}`} nodeId={nodeId} breakpoint={breakpoint} style={style} tokens={fitting.get(style.property) ?? []} />
            ))}
          </div>
        </Group>
      ))}
    </>
  );
}

// Tokens of the fitting type; those of the fitting groups alone where there are such.
export function fittingTokens(tokens: readonly DesignToken[], { tokens: wanted }: StyleProperty): DesignToken[] {
  const typed = tokens.filter((token) => token.type === wanted.type);
  const grouped = typed.filter((token) => wanted.groups?.some((group) => token.path.startsWith(group)));
  return grouped.length > 0 ? grouped : typed;
}
