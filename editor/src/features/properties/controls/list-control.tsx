import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';

import type { PropSchema } from '../../../engine/component.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { controlOfSchema, emptyValue, readable } from '../schema.ts';

import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { useItemFocus } from './item-focus.ts';
import { useItemKeys } from './item-keys.ts';
import { SchemaControl } from './schema-control.tsx';

// A list of texts or objects: items open to be edited, move up and down, come and go.
export function ListControl(props: ControlProps) {
  const { id, value, schema, onChange, isDisabled, describedBy } = props;
  const [openItem, setOpenItem] = useState<number | null>(null);
  const items = Array.isArray(value) ? value : [];
  const itemSchema = schema.items ?? {};
  const { keys, keep, newKey } = useItemKeys(items);
  const { list, focusNext } = useItemFocus();

  const change = (nextItems: JsonValue[], nextKeys: number[]) => {
    onChange(nextItems);
    keep(nextItems, nextKeys);
  };
  const move = (index: number, step: -1 | 1) => {
    const moved = <Item,>(all: readonly Item[]): Item[] => all.toSpliced(index, 1).toSpliced(index + step, 0, ...all.slice(index, index + 1));
    change(moved(items), moved(keys));
    focusNext(keys[index], step < 0 ? 'up' : 'down');
  };
  const remove = (index: number) => {
    change(items.toSpliced(index, 1), keys.toSpliced(index, 1));
    focusNext(keys[index + 1] ?? keys[index - 1], 'remove');
  };
  const add = () => {
    const key = newKey();
    change([...items, emptyValue(itemSchema)], [...keys, key]);
    setOpenItem(key);
  };
  return (
    <div ref={list} id={id} className={styles.list} role="group" aria-label={props.label} aria-describedby={describedBy}>
      {items.map((item, index) => {
        const key = keys[index] ?? 0;
        const name = titleOf(item) || `Item ${String(index + 1)}`;
        const isOpen = openItem === key;
        const isFirst = index === 0;
        const isLast = index === items.length - 1;
        return (
          <div key={key} className={styles.item} data-item={key}>
            <div className={styles.itemBar}>
              <button type="button" className={styles.itemName} aria-expanded={isOpen} onClick={() => setOpenItem(isOpen ? null : key)}>
                <ChevronRight size={14} aria-hidden="true" />
                <span>{name}</span>
              </button>
              {/* At an end they can't be used, but keep the focus of who moved an item there. */}
              <IconButton
                size="small"
                label={`Move “${name}” up`}
                icon={<ArrowUp size={14} />}
                disabled={isDisabled}
                aria-disabled={isFirst || undefined}
                data-does="up"
                onClick={() => !isFirst && move(index, -1)}
              />
              <IconButton
                size="small"
                label={`Move “${name}” down`}
                icon={<ArrowDown size={14} />}
                disabled={isDisabled}
                aria-disabled={isLast || undefined}
                data-does="down"
                onClick={() => !isLast && move(index, 1)}
              />
              <IconButton size="small" label={`Remove “${name}”`} icon={<Trash2 size={14} />} disabled={isDisabled} data-does="remove" onClick={() => remove(index)} />
            </div>
            {isOpen && (
              <div className={styles.itemFields}>
                <ItemFields {...props} id={`${id}-${String(key)}`} value={item} schema={itemSchema} onChange={(changed) => onChange(items.with(index, changed))} />
              </div>
            )}
          </div>
        );
      })}
      <Button size="small" icon={<Plus size={14} />} disabled={isDisabled || (schema.maxItems !== undefined && items.length >= schema.maxItems)} data-does="add" onClick={add}>
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
