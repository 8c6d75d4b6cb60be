// Writes the types of the API for the editor. ./dev check runs it, and wants the file to be what it writes.
import { writeFileSync } from 'node:fs';
import { apiTypes } from './openapi/api-types.mjs';
import { describedApi } from './openapi/described-api.mjs';

writeFileSync('editor/src/api/openapi.ts', await apiTypes(describedApi()));
