import type { PropSchema } from '../../../engine/component.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/json.ts';
import { typeOf } from '../schema.ts';

// A table's value behind the same questions, whether its rows are lists of texts or objects. Each answer is a whole new value.
export interface TableModel {
  hasNames: boolean; // columns are members with names
  columns: string[];
  rows: string[][];
  withCell: (row: number, column: number, text: string) => JsonValue;
  withRow: () => JsonValue;
  withoutRow: (row: number) => JsonValue;
  withColumn: (name: string) => JsonValue; // one that no column has
  withoutColumn: (column: number) => JsonValue;
}

export function readTable(value: JsonValue | undefined, schema: PropSchema): TableModel {
  const rows = Array.isArray(value) ? value : [];
  return typeOf(schema.items ?? {}) === 'object' || rows.some(isJsonObject)
    ? objectTable(rows.filter(isJsonObject), schema.items ?? {})
    : listTable(rows);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function listTable(value: readonly JsonValue[]): TableModel {
  const width = Math.max(1, ...value.map((row) => (Array.isArray(row) ? row.length : 1)));
  const rows = value.map((row) => Array.from({ length: width }, (_, index) => textOf(Array.isArray(row) ? row[index] : row)));
  return {
    hasNames: false,
    columns: Array.from({ length: width }, (_, index) => `Column ${String(index + 1)}`),
    rows,
    withCell: (row, column, text) => rows.map((cells, index) => (index === row ? cells.with(column, text) : cells)),
    withRow: () => [...rows, Array.from({ length: width }, () => '')],
    withoutRow: (row) => rows.toSpliced(row, 1),
    withColumn: () => rows.map((cells) => [...cells, '']),
    withoutColumn: (column) => rows.map((cells) => cells.toSpliced(column, 1)),
  };
}

function objectTable(value: readonly JsonObject[], schema: PropSchema): TableModel {
  const known = Object.keys(schema.properties ?? {});
  const columns = [...new Set([...known, ...value.flatMap((row) => Object.keys(row))])];
  const isNumeric = (column: string) => {
    const property = schema.properties?.[column];
    return property ? ['number', 'integer'].includes(typeOf(property)) : true;
  };
  // "4,5" has a decimal comma; in "1,000" it sets off the thousands.
  const cellOf = (column: string, text: string): JsonValue => {
    const number = Number(/^\s*-?\d{1,3}(,\d{3})+(\.\d*)?\s*$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.'));
    return isNumeric(column) && text.trim() !== '' && Number.isFinite(number) ? number : text;
  };
  const changed = (row: JsonObject, column: string, text: string): JsonObject => {
    const { [column]: _old, ...rest } = row;
    // An empty number is no number: the member goes.
    return text.trim() === '' && isNumeric(column) ? rest : { ...row, [column]: cellOf(column, text) };
  };
  return {
    hasNames: true,
    columns,
    rows: value.map((row) => columns.map((column) => textOf(row[column]))),
    withCell: (row, column, text) => value.map((object, index) => (index === row ? changed(object, columns[column] ?? '', text) : object)),
    withRow: () => [...value, Object.fromEntries(columns.map((column) => [column, isNumeric(column) ? 0 : '']))],
    withoutRow: (row) => value.toSpliced(row, 1),
    withColumn: (name) => value.map((row) => ({ ...row, [name]: 0 })),
    withoutColumn: (column) =>
      value.map((row) => {
        const { [columns[column] ?? '']: _removed, ...rest } = row;
        return rest;
      }),
  };
}
