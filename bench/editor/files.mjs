// The server of the bare pages and the peers: files of this machine's memory and disk, as they are, to be kept by the browser.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

export class Files {
  #made = new Map();
  #server;

  // `folder` is what the peers were built into.
  static async serve(folder) {
    const files = Object.assign(new Files(), { folder });
    files.#server = createServer((request, response) => files.#answer(new URL(request.url, 'http://files').pathname, response));
    await new Promise((listening) => files.#server.listen(0, '127.0.0.1', listening));
    files.url = `http://127.0.0.1:${files.#server.address().port}`;
    return files;
  }

  add(path, text) {
    this.#made.set(path, text);
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(path, response) {
    const file = join(this.folder, path);
    const body = this.#made.get(path) ?? (!path.includes('..') && extname(path) !== '' && existsSync(file) ? readFileSync(file) : null);
    if (body === null) return response.writeHead(404).end();
    const isNamedByContent = path.includes('/assets/');
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream', 'Cache-Control': isNamedByContent ? 'max-age=31536000, immutable' : 'no-cache' }).end(body);
  }
}
