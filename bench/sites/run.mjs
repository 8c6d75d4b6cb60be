// The sites listener against nginx, serving the same bytes of the same published pages, in turns.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { kibibytes, median, perSecond, table, target, times } from '../measuring/figures.mjs';
import { Pagewright } from '../measuring/pagewright.mjs';
import { freePort } from '../measuring/server-process.mjs';
import { wrk } from '../measuring/wrk.mjs';
import { auditTemplates } from './page-templates.mjs';

const rounds = 3;
const seconds = 5;
const connections = 64;

// What nginx's documentation advises for files that seldom change, and nothing that costs it anything.
const nginxConfiguration = (folder, port) => `worker_processes ${cpus().length};
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100;
  gzip_static on;
  default_type text/html;
  server { listen 127.0.0.1:${port} reuseport; root ${folder}/pages; }
}
`;

// Publishes a page of one text whose bytes on the wire are about `size`, and answers with its path.
async function publishPageOfSize(pagewright, size, environmentId) {
  const document = (length) => ({ components: [{ id: 't', component: 'text', props: { body: 'Morning at the clinic. '.repeat(length / 23) } }] });
  const page = await pagewright.call('POST', '/pages', { name: 'Of a size', structure: document(23) });
  const publish = async () => pagewright.call('POST', `/pages/${page.id}/publish`, { environmentId });
  const { release } = await publish();
  await pagewright.call('PUT', `/pages/${page.id}`, { structure: document(Math.max(23, size - release.artifacts[0].size)) });
  await publish();
  return `/${page.slug}`;
}

// Publishes the largest of the sample pages, and answers with its path.
async function publishSamplePage(pagewright, environmentId) {
  const { items } = await pagewright.call('GET', '/pages?limit=100');
  const publications = [];
  for (const { id, slug } of items) {
    const { release } = await pagewright.call('POST', `/pages/${id}/publish`, { environmentId });
    publications.push({ path: `/${slug}`, size: release.artifacts[0].size });
  }
  return publications.toSorted((a, b) => b.size - a.size)[0].path;
}

async function startNginx(folder, port) {
  writeFileSync(join(folder, 'nginx.conf'), nginxConfiguration(folder, port));
  const child = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'inherit' });
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false)) return child;
    await sleep(20);
  }
  child.kill('SIGTERM');
  throw new Error('nginx did not start');
}

async function compare(servers, path, encoding) {
  const headers = encoding ? { 'Accept-Encoding': encoding } : {};
  for (const url of Object.values(servers)) await wrk(url + path, { connections, seconds: 1, headers });
  const seen = { pagewright: [], nginx: [] };
  for (let round = 0; round < rounds; round++)
    for (const [name, url] of Object.entries(servers)) seen[name].push(await wrk(url + path, { connections, seconds, headers }));
  const of = (name, figure) => median(seen[name].map((each) => each[figure]));
  return { pagewright: of('pagewright', 'rate'), nginx: of('nginx', 'rate'), p99: of('pagewright', 'p99'), nginxP99: of('nginx', 'p99') };
}

export async function benchSites(root) {
  const folder = join(root, 'build/bench/nginx');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'pages'), { recursive: true });
  const pagewright = await Pagewright.create(root);
  let nginx;
  try {
    await pagewright.start();
    const { items: environments } = await pagewright.call('GET', '/environments');
    const production = environments.find((each) => each.kind === 'production').id;
    const paths = {
      'A sample page': await publishSamplePage(pagewright, production),
      'A page of 16 KiB': await publishPageOfSize(pagewright, 16 * 1024, production),
    };
    const port = await freePort();
    const sizes = {};
    for (const path of Object.values(paths)) {
      const body = Buffer.from(await (await fetch(pagewright.sitesUrl + path)).arrayBuffer());
      writeFileSync(join(folder, 'pages', path), body);
      writeFileSync(join(folder, 'pages', `${path}.gz`), gzipSync(body, { level: 9 }));
      sizes[path] = body.length;
    }
    nginx = await startNginx(folder, port);

    const rows = [];
    for (const [name, path] of Object.entries(paths))
      for (const encoding of [null, 'gzip'])
        rows.push({
          name: `${name}, ${kibibytes(sizes[path])}${encoding ? ', gzip' : ''}`,
          ...(await compare({ pagewright: pagewright.sitesUrl, nginx: `http://127.0.0.1:${port}` }, path, encoding)),
        });
    return report(rows, await auditTemplates(pagewright, production));
  } finally {
    nginx?.kill('SIGTERM');
    await pagewright.remove();
  }
}

function report(rows, templates) {
  return {
    title: 'Published sites, against nginx',
    targets: [
      ...rows.map((row) => target(`Sites ÷ nginx: ${row.name}`, '≥ 1.00×', times(row.pagewright / row.nginx), row.pagewright >= row.nginx)),
      ...templates.targets,
    ],
    text: [
      `The bytes that the sites listener serves, saved as files for nginx (with \`gzip_static\`), asked for over ${connections} connections, ${rounds} rounds of`
        + ` ${seconds} s in turns. Both keep alive and write no access log; Pagewright's answers carry more headers (its policies).`,
      table(
        ['Page', 'Pagewright', 'nginx', 'Pagewright ÷ nginx', 'p99', 'p99 of nginx'],
        rows.map((row) => [
          row.name, perSecond(row.pagewright), perSecond(row.nginx), times(row.pagewright / row.nginx), `${row.p99.toFixed(1)} ms`, `${row.nginxP99.toFixed(1)} ms`,
        ]),
      ),
      templates.text,
    ].join('\n\n'),
  };
}
