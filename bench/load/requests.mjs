// Requests over connections that stay open, several at a time.
import { Agent, request } from 'node:http';

export class Requests {
  constructor(server, token, connections = 16) {
    Object.assign(this, { server, token, connections });
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  // The answer's JSON and how long it took in milliseconds; anything but a success is an error.
  send(method, path, body) {
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { Authorization: `Bearer ${this.token}`, ...(text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }) };
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const sending = request({ host: '127.0.0.1', port: this.server.port, agent: this.agent, method, path: `/api/v1${path}`, headers }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const milliseconds = performance.now() - started;
          const answer = Buffer.concat(chunks).toString();
          if (response.statusCode >= 300) reject(new Error(`${method} ${path} answered ${response.statusCode}: ${answer.slice(0, 300)}`));
          else resolve({ answer: answer === '' ? null : JSON.parse(answer), milliseconds });
        });
      });
      sending.on('error', reject);
      sending.end(text);
    });
  }

  // work(i) for i below `count`, as many at once as there are connections.
  async all(count, work) {
    let next = 0;
    const worker = async () => {
      while (next < count) await work(next++);
    };
    await Promise.all(Array.from({ length: this.connections }, worker));
  }

  close() {
    this.agent.destroy();
  }
}
