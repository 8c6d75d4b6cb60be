// What a component is made of; see docs/formats/component.md.
import type { JsonObject, JsonValue } from './json.ts';

export type Category = 'layout' | 'content' | 'form' | 'media' | 'data';
export const categories: readonly Category[] = ['layout', 'content', 'form', 'media', 'data'];

export interface SlotDefinition {
  display_name?: string;
  accepts?: string[];
  max?: number;
}

export interface PropSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  default?: JsonValue;
  enum?: JsonValue[];
  format?: string;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  items?: PropSchema;
  properties?: Record<string, PropSchema>;
  required?: string[];
  $ref?: string;
  $defs?: Record<string, PropSchema>;
}

export type ControlKind =
  | 'text'
  | 'textarea'
  | 'rich_text'
  | 'number'
  | 'slider'
  | 'toggle'
  | 'select'
  | 'segmented'
  | 'color'
  | 'url'
  | 'image'
  | 'list'
  | 'table';

export interface ControlHints {
  control?: ControlKind;
  help?: string;
  placeholder?: string;
  labels?: Record<string, string>;
}

export interface InitialNode {
  component: string;
  props?: JsonObject;
  styles?: JsonObject;
  children?: Record<string, InitialNode[]>;
}

export interface ComponentDefinition {
  name: string;
  display_name: string;
  description?: string;
  category: Category;
  version?: string;
  keywords?: string[];
  slots?: Record<string, SlotDefinition>;
  props?: PropSchema;
  config_ui?: {
    groups?: { name: string; label: string; props: string[] }[];
    controls?: Record<string, ControlHints>;
  };
  initial?: { props?: JsonObject; children?: Record<string, InitialNode[]> };
}

export interface ComponentSource {
  definition: ComponentDefinition;
  template: string;
  style: string;
  /** What the template renders with {% render "<name>" %}: name → source. */
  partials?: Record<string, string>;
}
