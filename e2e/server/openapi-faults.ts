import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';

export type JsonRecord = Record<string, unknown>;

const isRecord = (value: unknown): value is JsonRecord => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value in the document with its JSON pointer, itself first. */
function* valuesIn(value: unknown, pointer = '#'): Generator<[pointer: string, value: unknown]> {
  yield [pointer, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) yield* valuesIn(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

/** The schemas themselves, wherever the document has some. OpenAPI's own schema lets anything pass for one. */
function faultsOfSchemas(values: readonly [string, unknown][]): string[] {
  const ajv = new Ajv2020({ strict: false, logger: false });
  return values
    .filter(([pointer]) => /^#\/components\/schemas\/[^/]+$/.test(pointer) || /^#\/(paths|components\/responses)\/.*\/schema$/.test(pointer))
    .flatMap(([pointer, schema]) => (isRecord(schema) && ajv.validateSchema(schema) === true ? [] : [`${pointer}: ${ajv.errorsText(ajv.errors)}`]));
}

function faultsOfReferences(values: readonly [string, unknown][]): string[] {
  const places = new Set(values.map(([pointer]) => pointer));
  return values.filter(([pointer, target]) => pointer.endsWith('/$ref') && typeof target === 'string' && !places.has(target)).map(([pointer, target]) => `${pointer}: ${String(target)} leads nowhere`);
}

/** What the specification says in words only: ids of operations are unique, and the parameters of a path are those that it names. */
function faultsOfOperations(paths: JsonRecord): string[] {
  const faults: string[] = [];
  const ids = new Set<unknown>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(isRecord(methods) ? methods : {})) {
      if (!isRecord(operation)) continue;
      if (ids.has(operation.operationId)) faults.push(`${method} ${path}: another operation is called ${String(operation.operationId)}`);
      ids.add(operation.operationId);
      const described = (Array.isArray(operation.parameters) ? operation.parameters : []).filter((parameter) => isRecord(parameter) && parameter.in === 'path').map(({ name }: JsonRecord) => name);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      if (described.join() !== named.join()) faults.push(`${method} ${path}: describes the parameters ${described.join()}`);
    }
  }
  return faults;
}

/** All that keeps a document from being valid OpenAPI 3.1, a sentence each. */
export async function openApiFaults(document: JsonRecord): Promise<string[]> {
  const { valid, errors = [] } = await new Validator().validate(structuredClone(document));
  const faults = typeof errors === 'string' ? [errors] : errors.map(({ instancePath, message }) => `#${instancePath}: ${message ?? ''}`);
  if (!valid && faults.length === 0) faults.push('the document is not valid');
  if (typeof document.openapi !== 'string' || !document.openapi.startsWith('3.1.')) faults.push('the document is not of OpenAPI 3.1');
  const values = [...valuesIn(document)];
  return [...faults, ...faultsOfSchemas(values), ...faultsOfReferences(values), ...faultsOfOperations(isRecord(document.paths) ? document.paths : {})];
}
