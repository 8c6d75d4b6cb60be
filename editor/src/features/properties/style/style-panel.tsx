import { useMemo } from 'react';

import { breakpoints, type Breakpoint } from '../../../engine/document.ts';
import { listTokens, type DesignToken } from '../../../session/design-tokens.ts';
import { useEditorState, useNodePart, useSession } from '../../../session/react.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { Group } from '../group.tsx';
import panel from '../properties.module.css';

import { BoxControl } from './box-control.tsx';
import { StyleField } from './style-field.tsx';
import { styleGroups, type StyleGroup, type StyleProperty } from './style-properties.ts';
import { breakpointNames, countSet } from './where-set.ts';

const explanations: Record<Breakpoint, string> = {
  base: 'Holds at every width.',
  tablet: 'Holds up to 1023 px wide, on tablets and phones.',
  mobile: 'Holds up to 639 px wide, on phones.',
};

// A node's style at the breakpoint that the canvas shows; of several the first one's, and all are set.
export function StylePanel({ ids }: { ids: readonly string[] }) {
  const session = useSession();
  const breakpoint = useEditorState((state) => state.breakpoint);
  const declared = useNodePart(ids[0] ?? '', (node) => node?.styles);
  const tokens = useMemo(() => listTokens(session.tokens), [session]);
  const options = breakpoints.map((value) => {
    const count = Object.keys(declared?.[value] ?? {}).length;
    return { value, label: count === 0 ? breakpointNames[value] : `${breakpointNames[value]} · ${String(count)}` };
  });
  return (
    <>
      <div className={panel.breakpoint}>
        <Segmented label="Breakpoint of the style" value={breakpoint} options={options} onChange={(value) => session.state.update({ breakpoint: value })} />
        <p className={panel.help}>{explanations[breakpoint]}</p>
      </div>
      {styleGroups.map((group) => (
        <Group key={group.name} label={group.label} changes={countSet(declared, breakpoint, group.properties.map(({ property }) => property))}>
          <GroupFields group={group} ids={ids} breakpoint={breakpoint} tokens={tokens} />
        </Group>
      ))}
    </>
  );
}

interface GroupFieldsProps {
  group: StyleGroup;
  ids: readonly string[];
  breakpoint: Breakpoint;
  tokens: readonly DesignToken[];
}

function GroupFields({ group, ids, breakpoint, tokens }: GroupFieldsProps) {
  const fitting = useMemo(() => group.properties.map((style) => fittingTokens(tokens, style)), [group, tokens]);
  if (group.isBox === true) return <BoxControl key={breakpoint} ids={ids} breakpoint={breakpoint} tokens={fitting[0] ?? []} />;
  return (
    <div className={panel.pairs}>
      {group.properties.map((style, index) => (
        <StyleField key={`${breakpoint}:${style.property}`} ids={ids} breakpoint={breakpoint} style={style} tokens={fitting[index] ?? []} />
      ))}
    </div>
  );
}

// Tokens of the fitting type; those of the fitting groups alone where there are such.
export function fittingTokens(tokens: readonly DesignToken[], { tokens: wanted }: StyleProperty): DesignToken[] {
  const typed = tokens.filter((token) => token.type === wanted.type);
  const grouped = typed.filter((token) => wanted.groups?.some((group) => token.path.startsWith(group)));
  return grouped.length > 0 ? grouped : typed;
}
