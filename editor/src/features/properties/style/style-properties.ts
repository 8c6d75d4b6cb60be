// The style properties that the panel offers, with the kinds of tokens that fit each; docs/formats/style.md.

export interface StyleProperty {
  property: string;
  label: string;
  tokens: { type: string; groups?: readonly string[] };
  choices?: readonly string[];
  placeholder?: string;
}

export interface StyleGroup {
  name: string;
  label: string;
  properties: readonly StyleProperty[];
  // Drawn as a box with its sides in place of a list.
  isBox?: boolean;
}

const space = { type: 'dimension', groups: ['space'] } as const;
const sizes = { type: 'dimension', groups: ['width', 'size', 'space'] } as const;
const colors = { type: 'color' } as const;
const none = { type: '' } as const;

export const boxParts = ['margin', 'padding'] as const;
export const boxSides = ['top', 'right', 'bottom', 'left'] as const;
export type BoxPart = (typeof boxParts)[number];
export type BoxSide = (typeof boxSides)[number];

const boxNames: Record<BoxPart, string> = { margin: 'Margin', padding: 'Padding' };

export function boxProperty(part: BoxPart, side: BoxSide): StyleProperty {
  return { property: `${part}-${side}`, label: `${boxNames[part]} ${side}`, tokens: space };
}

export const styleGroups: readonly StyleGroup[] = [
  {
    name: 'layout',
    label: 'Layout',
    properties: [
      { property: 'display', label: 'Display', tokens: none, choices: ['block', 'flex', 'grid', 'inline-block', 'none'] },
      { property: 'flex-direction', label: 'Direction', tokens: none, choices: ['row', 'column', 'row-reverse', 'column-reverse'] },
      { property: 'justify-content', label: 'Along', tokens: none, choices: ['start', 'center', 'end', 'space-between', 'space-around'] },
      { property: 'align-items', label: 'Across', tokens: none, choices: ['stretch', 'start', 'center', 'end', 'baseline'] },
      { property: 'flex-wrap', label: 'Wrap', tokens: none, choices: ['nowrap', 'wrap'] },
      { property: 'gap', label: 'Gap', tokens: space },
      { property: 'grid-template-columns', label: 'Columns', tokens: none, choices: ['1fr 1fr', '1fr 1fr 1fr', '2fr 1fr', '1fr 2fr'] },
      { property: 'align-self', label: 'Itself', tokens: none, choices: ['auto', 'start', 'center', 'end', 'stretch'] },
    ],
  },
  { name: 'space', label: 'Space', isBox: true, properties: boxParts.flatMap((part) => boxSides.map((side) => boxProperty(part, side))) },
  {
    name: 'size',
    label: 'Size',
    properties: [
      { property: 'width', label: 'Width', tokens: sizes, placeholder: 'auto' },
      { property: 'height', label: 'Height', tokens: sizes, placeholder: 'auto' },
      { property: 'min-width', label: 'At least wide', tokens: sizes, placeholder: 'auto' },
      { property: 'min-height', label: 'At least high', tokens: sizes, placeholder: 'auto' },
      { property: 'max-width', label: 'At most wide', tokens: sizes, placeholder: 'none' },
      { property: 'max-height', label: 'At most high', tokens: sizes, placeholder: 'none' },
      { property: 'aspect-ratio', label: 'Proportions', tokens: none, choices: ['1 / 1', '4 / 3', '3 / 2', '16 / 9', '3 / 4'] },
      { property: 'overflow', label: 'What is too big', tokens: none, choices: ['visible', 'hidden', 'auto'] },
    ],
  },
  {
    name: 'text',
    label: 'Text',
    properties: [
      { property: 'color', label: 'Text color', tokens: colors },
      { property: 'font-family', label: 'Font', tokens: { type: 'fontFamily' } },
      { property: 'font-size', label: 'Font size', tokens: { type: 'dimension', groups: ['font'] } },
      { property: 'font-weight', label: 'Weight', tokens: { type: 'fontWeight' } },
      { property: 'line-height', label: 'Line height', tokens: { type: 'number' } },
      { property: 'letter-spacing', label: 'Letter spacing', tokens: none, choices: ['normal', '-0.02em', '0.02em', '0.08em'] },
      { property: 'text-align', label: 'Align', tokens: none, choices: ['start', 'center', 'end', 'justify'] },
      { property: 'text-transform', label: 'Letters', tokens: none, choices: ['none', 'uppercase', 'lowercase', 'capitalize'] },
    ],
  },
  {
    name: 'background',
    label: 'Background',
    properties: [
      { property: 'background-color', label: 'Background', tokens: colors },
      { property: 'background-image', label: 'Gradient', tokens: none, placeholder: 'linear-gradient(…)' },
    ],
  },
  {
    name: 'border',
    label: 'Border',
    properties: [
      { property: 'border-width', label: 'Border width', tokens: { type: 'dimension', groups: ['border'] } },
      { property: 'border-style', label: 'Border style', tokens: none, choices: ['none', 'solid', 'dashed', 'dotted'] },
      { property: 'border-color', label: 'Border color', tokens: colors },
      { property: 'border-radius', label: 'Corners', tokens: { type: 'dimension', groups: ['radius'] } },
    ],
  },
  {
    name: 'effects',
    label: 'Shadow and opacity',
    properties: [
      { property: 'box-shadow', label: 'Shadow', tokens: { type: 'shadow' } },
      { property: 'opacity', label: 'Opacity', tokens: none, choices: ['1', '0.75', '0.5', '0.25'] },
    ],
  },
];
