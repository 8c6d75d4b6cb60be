// Who is measured: Pagewright and its peers, on each database.
import { Pagewright } from '../measuring/pagewright.mjs';
import { Peer } from './peers/peer.mjs';

// `create` makes a server that has not started, on SQLite or on a new database of `cluster`.
export const contenders = [
  { key: 'pagewright', title: 'Pagewright', storage: 'SQLite', create: (root) => Pagewright.create(root) },
  { key: 'fastify', title: 'Fastify', storage: 'SQLite', create: (root) => Peer.create(root, 'fastify') },
  { key: 'nest', title: 'NestJS', storage: 'SQLite', create: (root) => Peer.create(root, 'nest') },
  { key: 'pagewrightPostgres', title: 'Pagewright', storage: 'PostgreSQL', create: (root, cluster) => Pagewright.create(root, cluster.createDatabase('pagewright_bench')) },
  { key: 'nestPostgres', title: 'NestJS', storage: 'PostgreSQL', create: (root, cluster) => Peer.create(root, 'nest', cluster.createDatabase('nest_bench')) },
];
