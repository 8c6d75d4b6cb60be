import { useState } from 'react';

import type { Breakpoint } from '../../../engine/document.ts';
import type { DesignToken } from '../../../session/design-tokens.ts';
import { useNodePart } from '../../../session/react.ts';
import { Segmented } from '../../../ui/segmented.tsx';

import styles from './style.module.css';
import { StyleField } from './style-field.tsx';
import { boxParts, boxProperty, boxSides, type BoxPart, type BoxSide } from './style-properties.ts';
import { useShownSpacing } from './use-shown-spacing.ts';
import { inheritedFrom } from './where-set.ts';

interface BoxControlProps {
  ids: readonly string[];
  breakpoint: Breakpoint;
  tokens: readonly DesignToken[];
}

const reaches = [
  { value: 'one', label: 'This side' },
  { value: 'pair', label: 'Opposite too' },
  { value: 'all', label: 'All sides' },
] as const;
type Reach = (typeof reaches)[number]['value'];

const opposite: Record<BoxSide, BoxSide> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

// The space around and inside of a node, as a box: its sides show what they have, the chosen one is set below, alone or with others.
export function BoxControl({ ids, breakpoint, tokens }: BoxControlProps) {
  const [chosen, setChosen] = useState<{ part: BoxPart; side: BoxSide }>({ part: 'padding', side: 'top' });
  const [reach, setReach] = useState<Reach>('one');
  const { part, side } = chosen;
  const others: Record<Reach, readonly BoxSide[]> = { one: [], pair: [opposite[side]], all: boxSides.filter((other) => other !== side) };
  const along = others[reach].map((other) => boxProperty(part, other).property);
  return (
    <div className={styles.boxControl}>
      <div className={styles.box} role="group" aria-label="Sides">
        {boxParts.map((name) => (
          <div key={name} className={styles[name]}>
            <span className={styles.part} aria-hidden="true">
              {name === 'margin' ? 'Margin' : 'Padding'}
            </span>
            {boxSides.map((edge) => (
              <SideButton
                key={edge}
                nodeId={ids[0] ?? ''}
                breakpoint={breakpoint}
                part={name}
                side={edge}
                isChosen={part === name && (side === edge || others[reach].includes(edge))}
                onChoose={() => setChosen({ part: name, side: edge })}
              />
            ))}
          </div>
        ))}
        <div className={styles.inside} aria-hidden="true" />
      </div>
      <Segmented label="Which sides are set" value={reach} options={reaches} className={styles.reach} onChange={setReach} />
      <StyleField key={`${part}-${side}`} ids={ids} breakpoint={breakpoint} style={boxProperty(part, side)} along={along} tokens={tokens} />
    </div>
  );
}

interface SideButtonProps {
  nodeId: string;
  breakpoint: Breakpoint;
  part: BoxPart;
  side: BoxSide;
  isChosen: boolean;
  onChoose: () => void;
}

function SideButton({ nodeId, breakpoint, part, side, isChosen, onChoose }: SideButtonProps) {
  const { property, label } = boxProperty(part, side);
  const declared = useNodePart(nodeId, (node) => node?.styles);
  const stored = declared?.[breakpoint]?.[property];
  const from = inheritedFrom(declared, breakpoint, property);
  const value = stored ?? (from && declared?.[from]?.[property]);
  const shown = useShownSpacing(part);
  return (
    <button
      {...shown}
      type="button"
      className={styles.side}
      data-side={side}
      data-set={stored !== undefined || undefined}
      aria-pressed={isChosen}
      aria-label={`${label}: ${value ?? 'not set'}`}
      title={value}
      onClick={onChoose}
    >
      {value === undefined ? '–' : shortened(value)}
    </button>
  );
}

// "{space.8}" is its last part, as there is room for little more.
function shortened(value: string): string {
  return /^\{.*\}$/.test(value) ? (value.slice(1, -1).split('.').at(-1) ?? value) : value;
}
