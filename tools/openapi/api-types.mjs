// The TypeScript of an OpenAPI document: what the editor sends and gets. Problem details are one schema, so refusals are left out,
// and so is what says nothing about types. Documents that agree in the rest give the same text, in whatever order they are.
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const header = `// Written by tools/generate-api-types.mjs from server/**/*_api.json and the routes. Change those, not this.
import type { JsonObject } from '../engine/json.ts';

`;

function inOrder(object, of) {
  return Object.fromEntries(Object.keys(object).sort().map((key) => [key, of(object[key])]));
}

const withoutExample = ({ example: _example, ...rest }) => rest;

function contentOf(content) {
  return inOrder(content, withoutExample);
}

function operationOf({ operationId, summary, parameters = [], requestBody, responses }) {
  const successes = Object.fromEntries(Object.entries(responses).filter(([status]) => status < '400'));
  return {
    operationId,
    summary,
    parameters: parameters.map(withoutExample),
    ...(requestBody && { requestBody: { ...requestBody, content: contentOf(requestBody.content) } }),
    responses: inOrder(successes, ({ description, content }) => ({ description, ...(content && { content: contentOf(content) }) })),
  };
}

/** An object of which nothing is said can hold any JSON. */
function openObject(schema) {
  const saysNothing = !['properties', 'additionalProperties', 'allOf', 'anyOf', 'oneOf'].some((keyword) => keyword in schema);
  return schema.type === 'object' && saysNothing ? ts.factory.createTypeReferenceNode('JsonObject') : undefined;
}

export async function apiTypes({ openapi, info, paths, components }) {
  const nodes = await openapiTypescript(
    {
      openapi,
      info,
      paths: inOrder(paths, (path) => inOrder(path, operationOf)),
      components: { schemas: inOrder(components.schemas, (schema) => schema) },
    },
    { defaultNonNullable: false, transform: openObject, silent: true },
  );
  return header + astToString(nodes).replaceAll(/^( {4})+/gm, (indent) => indent.slice(indent.length / 2));
}
