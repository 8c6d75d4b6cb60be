import type { ComponentType } from 'react';

import type { ControlKind } from '../../../engine/component.ts';

import { SegmentedControl, SelectControl, ToggleControl } from './choice-controls.tsx';
import type { ControlProps } from './control.ts';
import { ImageControl } from './image-control.tsx';
import { ListControl } from './list-control.tsx';
import { RichTextControl } from './rich-text-control.tsx';
import { TableControl } from './table-control.tsx';
import { ColorControl, NumberControl, SliderControl, TextAreaControl, TextControl, UrlControl } from './text-controls.tsx';

const controls: Record<ControlKind, ComponentType<ControlProps>> = {
  text: TextControl,
  textarea: TextAreaControl,
  rich_text: RichTextControl,
  number: NumberControl,
  slider: SliderControl,
  toggle: ToggleControl,
  select: SelectControl,
  segmented: SegmentedControl,
  color: ColorControl,
  url: UrlControl,
  image: ImageControl,
  list: ListControl,
  table: TableControl,
};

export function SchemaControl({ kind, ...props }: ControlProps & { kind: ControlKind }) {
  const Control = controls[kind];
  return <Control {...props} />;
}
