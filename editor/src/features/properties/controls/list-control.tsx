import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';

import type { PropSchema } from '../../../engine/component.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { controlOfSchema, emptyValue, readable } from '../schema.ts';

import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { SchemaControl } from './schema-control.tsx';

// A list of texts or objects: items open to be edited, move up and down, come and go.
export function ListControl(props: ControlProps) {
  const { id, value, schema, onChange, isDisabled, describedBy } = props;
  const [openItem, setOpenItem] = useState<number | null>(null);
  const items = Array.isArray(value) ? value : [];
  const itemSchema = schema.items ?? {};
  const replace = (index: number, item: JsonValue) => onChange(items.with(index, item));
  const move = (index: number, step: -1 | 1) => {
    const moved = [...items];
    const [item] = moved.splice(index, 1);
    if (item === undefined) return;
    moved.splice(index + step, 0, item);
    onChange(moved);
    if (openItem === index) setOpenItem(index + step);
  };
  return (
    <div id={id} className={styles.list} role="group" aria-label={props.label} aria-describedby={describedBy}>
      {items.map((item, index) => {
        const name = titleOf(item) || `Item ${String(index + 1)}`;
        const isOpen = openItem === index;
        return (
          <div key={index} className={styles.item}>
            <div className={styles.itemBar}>
              <button
                type="button"
                className={styles.itemName}
                aria-expanded={isOpen}
                onClick={() => setOpenItem(isOpen ? null : index)}
              >
                <ChevronRight size={14} aria-hidden="true" />
                <span>{name}</span>
              </button>
              <IconButton size="small" label={`Move “${name}” up`} icon={<ArrowUp size={14} />} disabled={isDisabled || index === 0} onClick={() => move(index, -1)} />
              <IconButton
                size="small"
                label={`Move “${name}” down`}
                icon={<ArrowDown size={14} />}
                disabled={isDisabled || index === items.length - 1}
                onClick={() => move(index, 1)}
              />
              <IconButton
                size="small"
                label={`Remove “${name}”`}
                icon={<Trash2 size={14} />}
                disabled={isDisabled}
                onClick={() => {
                  onChange(items.toSpliced(index, 1));
                  setOpenItem(null);
                }}
              />
            </div>
            {isOpen && (
              <div className={styles.itemFields}>
                <ItemFields {...props} id={`${id}-${String(index)}`} value={item} schema={itemSchema} onChange={(changed) => replace(index, changed)} />
              </div>
            )}
          </div>
        );
      })}
      <Button
        size="small"
        icon={<Plus size={14} />}
        disabled={isDisabled || (schema.maxItems !== undefined && items.length >= schema.maxItems)}
        onClick={() => {
          onChange([...items, emptyValue(itemSchema)]);
          setOpenItem(items.length);
        }}
      >
        Add
      </Button>
    </div>
  );
}

function titleOf(item: JsonValue): string {
  if (typeof item === 'string' || typeof item === 'number') return String(item);
  if (!isJsonObject(item)) return '';
  const text = Object.values(item).find((part) => typeof part === 'string' && part !== '');
  return typeof text === 'string' ? text : '';
}

function ItemFields(props: ControlProps) {
  const { id, value, schema, onChange } = props;
  if (!schema.properties) {
    return <SchemaControl {...props} kind={controlOfSchema(schema)} hints={{}} />;
  }
  const item: JsonObject = isJsonObject(value) ? value : {};
  return Object.entries(schema.properties).map(([key, property]) => (
    <ItemField key={key} {...props} id={`${id}-${key}`} label={property.title ?? readable(key)} schema={property} value={item[key]} onChange={(changed) => onChange({ ...item, [key]: changed })} />
  ));
}

function ItemField(props: ControlProps & { schema: PropSchema }) {
  return (
    <div className={styles.itemField}>
      <label htmlFor={props.id}>{props.label}</label>
      <SchemaControl {...props} kind={controlOfSchema(props.schema)} hints={{}} />
    </div>
  );
}
