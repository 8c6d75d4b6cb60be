import { Plus, Trash2, X } from 'lucide-react';
import { useState } from 'react';

import type { JsonValue } from '../../../engine/json.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/field.tsx';

import type { ControlProps } from './control.ts';
import styles from './controls.module.css';
import { useItemFocus } from './item-focus.ts';
import { useItemKeys } from './item-keys.ts';
import { readTable, type TableModel } from './table-model.ts';
import { useDraft } from './use-draft.ts';

// Rows and columns: of lists of texts, or of objects whose members are the columns.
export function TableControl(props: ControlProps) {
  const { id, label, isDisabled, onChange, describedBy } = props;
  const table = readTable(props.value, props.schema);
  const { keys } = useItemKeys(table.rows);
  const { list, focusNext } = useItemFocus();
  const [newColumn, setNewColumn] = useState<string | null>(null);
  const isTaken = newColumn !== null && table.columns.includes(newColumn.trim());
  const addColumn = (name: string) => {
    onChange(table.withColumn(name));
    setNewColumn(null);
  };
  const removeRow = (index: number) => {
    onChange(table.withoutRow(index));
    focusNext(keys[index + 1] ?? keys[index - 1], 'remove');
  };
  return (
    <div ref={list} id={id} className={styles.tableControl} role="group" aria-label={label} aria-describedby={describedBy}>
      <div className={styles.tableScroll}>
        <table>
          {table.hasNames && (
            <thead>
              <tr>
                {table.columns.map((column, index) => (
                  <th key={column} scope="col">
                    {column}
                    {index > 1 && <IconButton size="small" label={`Remove column ${column}`} icon={<X size={12} />} disabled={isDisabled} onClick={() => onChange(table.withoutColumn(index))} />}
                  </th>
                ))}
                <th aria-label="Actions" />
              </tr>
            </thead>
          )}
          <tbody>
            {table.rows.map((row, rowIndex) => (
              <tr key={keys[rowIndex]} data-item={keys[rowIndex]}>
                {row.map((cell, columnIndex) => (
                  <td key={table.hasNames ? table.columns[columnIndex] : columnIndex}>
                    <Cell
                      label={`${table.columns[columnIndex] ?? `Column ${String(columnIndex + 1)}`}, row ${String(rowIndex + 1)}`}
                      value={cell}
                      isDisabled={isDisabled}
                      onChange={(text) => onChange(table.withCell(rowIndex, columnIndex, text))}
                    />
                  </td>
                ))}
                <td>
                  <IconButton size="small" label={`Remove row ${String(rowIndex + 1)}`} icon={<Trash2 size={14} />} disabled={isDisabled} data-does="remove" onClick={() => removeRow(rowIndex)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.tableActions}>
        <Button size="small" icon={<Plus size={14} />} disabled={isDisabled} data-does="add" onClick={() => onChange(table.withRow())}>
          Row
        </Button>
        <Button size="small" icon={<Plus size={14} />} disabled={isDisabled} onClick={() => (table.hasNames ? setNewColumn('') : addColumn(''))}>
          Column
        </Button>
        <Shrink table={table} isDisabled={isDisabled} onChange={onChange} />
      </div>
      {newColumn !== null && (
        <form
          className={styles.tableActions}
          onSubmit={(event) => {
            event.preventDefault();
            if (newColumn.trim() !== '' && !isTaken) addColumn(newColumn.trim());
          }}
        >
          <TextField
            label="Name of the column"
            value={newColumn}
            error={isTaken ? 'There is a column of this name.' : undefined}
            autoFocus
            onChange={(event) => setNewColumn(event.target.value)}
          />
          <Button size="small" type="submit">
            Add
          </Button>
        </form>
      )}
    </div>
  );
}

function Shrink({ table, isDisabled, onChange }: { table: TableModel; isDisabled: boolean; onChange: (value: JsonValue) => void }) {
  if (table.hasNames || table.columns.length < 2) return null;
  return (
    <Button size="small" tone="quiet" disabled={isDisabled} onClick={() => onChange(table.withoutColumn(table.columns.length - 1))}>
      Remove column
    </Button>
  );
}

interface CellProps {
  label: string;
  value: string;
  isDisabled: boolean;
  onChange: (text: string) => void;
}

function Cell({ label, value, isDisabled, onChange }: CellProps) {
  const draft = useDraft(value, false, onChange);
  return (
    <input
      type="text"
      aria-label={label}
      className={styles.cell}
      disabled={isDisabled}
      value={draft.text}
      onChange={(event) => draft.change(event.target.value)}
      onFocus={draft.enter}
      onBlur={draft.leave}
    />
  );
}
