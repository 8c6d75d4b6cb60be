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
}

const space = { type: 'dimension', groups: ['space'] } as const;
const sizes = { type: 'dimension', groups: ['width', 'size', 'space'] } as const;
const colors = { type: 'color' } as const;
const none = { type: '' } as const;

function sides(name: string, label: string): StyleProperty[] {
  return ['top', 'right', 'bottom', 'left'].map((side) => ({ property: `${name}-${side}`, label: `${label} ${side}`, tokens: space }));
}

export const styleGroups: readonly StyleGroup[] = [
  { name: 'padding', label: 'Inner space', properties: sides('padding', 'Padding') },
  { name: 'margin', label: 'Outer space', properties: sides('margin', 'Margin') },
  {
    name: 'size',
    label: 'Size',
    properties: [
      { property: 'width', label: 'Width', tokens: sizes, placeholder: 'auto' },
      { property: 'max-width', label: 'At most wide', tokens: sizes, placeholder: 'none' },
      { property: 'min-height', label: 'At least high', tokens: sizes, placeholder: 'auto' },
      { property: 'gap', label: 'Gap', tokens: space },
    ],
  },
  {
    name: 'text',
    label: 'Text',
    properties: [
      { property: 'color', label: 'Text color', tokens: colors },
      { property: 'font-size', label: 'Font size', tokens: { type: 'dimension', groups: ['font'] } },
      { property: 'font-weight', label: 'Weight', tokens: { type: 'fontWeight' } },
      { property: 'line-height', label: 'Line height', tokens: { type: 'number' } },
      { property: 'font-family', label: 'Font', tokens: { type: 'fontFamily' } },
      { property: 'text-align', label: 'Align', tokens: none, choices: ['start', 'center', 'end', 'justify'] },
    ],
  },
  {
    name: 'surface',
    label: 'Surface',
    properties: [
      { property: 'background-color', label: 'Background', tokens: colors },
      { property: 'border-radius', label: 'Corners', tokens: { type: 'dimension', groups: ['radius'] } },
      { property: 'border-width', label: 'Border width', tokens: { type: 'dimension', groups: ['border'] } },
      { property: 'border-style', label: 'Border style', tokens: none, choices: ['none', 'solid', 'dashed', 'dotted'] },
      { property: 'border-color', label: 'Border color', tokens: colors },
      { property: 'box-shadow', label: 'Shadow', tokens: { type: 'shadow' } },
      { property: 'opacity', label: 'Opacity', tokens: none },
    ],
  },
];
