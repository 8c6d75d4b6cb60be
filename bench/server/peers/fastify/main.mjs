// A page server with Fastify 5 and better-sqlite3, without an ORM. Settings come from the environment: PORT, JWT_SECRET, ADMIN_EMAIL,
// ADMIN_PASSWORD, SQLITE_FILE.
import jwt from '@fastify/jwt';
import Fastify from 'fastify';

import { PageStore } from './page-store.mjs';
import { credentials, pageItem, newPage, pageQuery, pageUpdate, publication, withId } from './schemas.mjs';

const { PORT, JWT_SECRET, ADMIN_EMAIL, ADMIN_PASSWORD, ADMIN_ID, ORGANIZATION_ID, SQLITE_FILE } = process.env;

const app = Fastify({ logger: false });
const pages = new PageStore(SQLITE_FILE);
app.addHook('onClose', async () => pages.close());
await app.register(jwt, { secret: JWT_SECRET, sign: { expiresIn: '1h' }, verify: { cache: true } });

const callers = (...roles) => async (request, reply) => {
  await request.jwtVerify();
  if (!roles.includes(request.user.role)) return reply.code(403).send({ error: 'Forbidden' });
};
const everybody = callers('admin', 'editor', 'viewer');
const editors = callers('admin', 'editor');
const administrators = callers('admin');

// The store's rows have their documents as JSON already.
const json = (reply, text) => {
  if (text === null) return reply.code(404).send({ error: 'Not Found' });
  return reply.header('Content-Type', 'application/json; charset=utf-8').send(text);
};

app.get('/healthz', async () => ({ status: 'ok' }));

app.post('/api/v1/auth/login', { schema: { body: credentials } }, async (request, reply) => {
  if (request.body.email !== ADMIN_EMAIL || request.body.password !== ADMIN_PASSWORD) return reply.code(401).send({ error: 'Unauthorized' });
  return { accessToken: app.jwt.sign({ sub: ADMIN_ID, organizationId: ORGANIZATION_ID, role: 'admin' }) };
});

app.get(
  '/api/v1/pages',
  { onRequest: everybody, schema: { querystring: pageQuery, response: { 200: { type: 'object', properties: { items: { type: 'array', items: pageItem }, total: { type: 'integer' }, limit: { type: 'integer' }, offset: { type: 'integer' } } } } } },
  async ({ user, query }) => pages.list(user, query),
);
app.post('/api/v1/pages', { onRequest: editors, schema: { body: newPage } }, async ({ user, body }, reply) =>
  json(reply.code(201), pages.create(user, body)));
app.get('/api/v1/pages/:id', { onRequest: everybody, schema: { params: withId } }, async ({ user, params }, reply) =>
  json(reply, pages.get(user, params.id)));
app.put('/api/v1/pages/:id', { onRequest: editors, schema: { params: withId, body: pageUpdate } }, async ({ user, params, body }, reply) =>
  json(reply, pages.update(user, params.id, body)));
app.post('/api/v1/pages/:id/publish', { onRequest: administrators, schema: { params: withId, body: publication } }, async ({ user, params, body }, reply) =>
  json(reply, pages.publish(user, params.id, body.environmentId)));

for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => app.close());
await app.listen({ port: Number(PORT), host: '127.0.0.1' });
