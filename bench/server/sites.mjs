// The sites listener against nginx, serving the same page of 16 KiB on the same machine in one run, taking turns.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const ports = { pagewright: 4951, nginx: 4952 };
const connections = 64;
const rounds = 5;
const seconds = 4;

function makePage() {
  const lines = ['<!doctype html><html lang="en"><title>A page of 16 KiB</title><main>'];
  let size = lines[0].length;
  for (let i = 0; size < 16 * 1024 - 200; i++) {
    lines.push(`<p class="pw-text">Paragraph ${i}: ${((i * 2654435761) % 1e9).toString(36)} opens at ${i % 24} o'clock.</p>`);
    size += lines.at(-1).length;
  }
  return lines.join('').padEnd(16 * 1024 - 7) + '</main>';
}

function nginxConfiguration(folder) {
  return `worker_processes ${cpus().length};
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
  default_type text/html;
  server { listen 127.0.0.1:${ports.nginx} reuseport; root ${folder}/pages; }
}
`;
}

async function waitForPort(port) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await sleep(50);
  }
  throw new Error(`nothing listens on port ${port}`);
}

// Requests per second.
function measure(port) {
  const report = execFileSync('wrk', ['-t2', `-c${connections}`, `-d${seconds}s`, `http://127.0.0.1:${port}/page`]).toString();
  const errors = /Non-2xx|Socket errors/.exec(report);
  if (errors) throw new Error(report);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(report)[1]);
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

export async function benchSites(root) {
  const folder = join(root, 'build/bench/sites');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'pages'), { recursive: true });
  const page = join(folder, 'pages/page');
  writeFileSync(page, makePage());
  writeFileSync(join(folder, 'nginx.conf'), nginxConfiguration(folder));
  const program = process.env.PAGEWRIGHT_SITES_BENCH ?? join(root, 'build/release/bin/server_sites_bench');
  const servers = [
    spawn(program, [String(ports.pagewright), page, '/page'], { stdio: 'inherit' }),
    spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'inherit' }),
  ];
  try {
    await Promise.all(Object.values(ports).map(waitForPort));
    for (const port of Object.values(ports)) measure(port);
    const results = { pagewright: [], nginx: [] };
    for (let round = 0; round < rounds; round++) {
      for (const [name, port] of Object.entries(ports)) results[name].push(measure(port));
    }
    const pagewright = median(results.pagewright);
    const nginx = median(results.nginx);
    return { pagewright, nginx, ratio: pagewright / nginx };
  } finally {
    for (const server of servers) server.kill('SIGTERM');
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { pagewright, nginx, ratio } = await benchSites(process.cwd());
  console.log(`16 KiB page, ${connections} connections: Pagewright ${Math.round(pagewright)}/s, nginx ${Math.round(nginx)}/s, ratio ${ratio.toFixed(2)}`);
}
