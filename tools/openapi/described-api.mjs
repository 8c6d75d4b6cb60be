// What the sources say of the API, as an OpenAPI document, without a built program. The program's own document says more (roles,
// problems); where both speak they say the same, which e2e/stories/api-document.spec.ts holds them to.
import { readFileSync } from 'node:fs';
import { sourceFiles } from '../source-files.mjs';

// {Method::post, "/pages/:id", editor, to(…), "createPage"}
const route = /\{Method::(\w+?)_?,\s*"([^"]+)",\s*\w+,\s*to\([^()]*\),\s*"(\w+)"\}/g;

function routesIn(path) {
  return [...readFileSync(path, 'utf8').matchAll(route)].map(([, method, pattern, operation]) => ({ method, pattern, operation }));
}

function pathParameters(pattern, described) {
  const named = (name) => described.find((parameter) => parameter.in === 'path' && parameter.name === name);
  return [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => ({ ...(named(name) ?? { name, in: 'path', schema: { type: 'string' } }), required: true }));
}

function responseOf({ description, schema, content }) {
  if (content !== undefined) return { description, content: { [content]: { schema: schema ?? { type: 'string' } } } };
  return { description, ...(schema && { content: { 'application/json': { schema } } }) };
}

function bodyOf({ requestBody, upload }) {
  if (upload !== undefined) return { required: true, description: upload, content: { 'application/octet-stream': { schema: {} } } };
  if (requestBody === undefined) return undefined;
  return { required: ![requestBody.type].flat().includes('null'), content: { 'application/json': { schema: requestBody } } };
}

function operationOf(operationId, { summary, parameters = [], responses, ...rest }, pattern) {
  const others = parameters.filter((parameter) => parameter.in !== 'path').map((parameter) => ({ in: 'query', ...parameter }));
  return {
    operationId,
    summary,
    parameters: [...pathParameters(pattern, parameters), ...others],
    requestBody: bodyOf(rest),
    responses: Object.fromEntries(Object.entries(responses).map(([status, response]) => [status, responseOf(response)])),
  };
}

/** Throws where an operation has no route, or a route no operation: then the pattern above has not seen all of them. */
export function describedApi() {
  const files = sourceFiles('server/*_api.json').map((path) => JSON.parse(readFileSync(path, 'utf8')));
  const operations = new Map(files.flatMap((file) => Object.entries(file.operations ?? {})));
  const paths = {};
  const missing = new Set(operations.keys());
  for (const { method, pattern, operation } of sourceFiles('server/*.cpp').filter((path) => !path.endsWith('_test.cpp')).flatMap(routesIn)) {
    if (!operations.has(operation)) throw new Error(`${method} ${pattern}: no *_api.json describes ${operation}`);
    missing.delete(operation);
    const path = pattern.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[method] = operationOf(operation, operations.get(operation), pattern);
  }
  if (missing.size > 0) throw new Error(`no route of the server's sources has ${[...missing].join(', ')}`);
  return {
    openapi: '3.1.1',
    info: { title: 'Pagewright', version: '0' },
    paths,
    components: { schemas: Object.assign({}, ...files.map((file) => file.schemas ?? {})) },
  };
}
