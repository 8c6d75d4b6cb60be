import { createServer, type AddressInfo, type Server } from 'node:net';

async function listenAnywhere(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Two different free TCP ports of this machine; both are held until the second is known. */
export async function twoFreePorts(): Promise<[number, number]> {
  const first = await listenAnywhere();
  const second = await listenAnywhere();
  const ports: [number, number] = [portOf(first), portOf(second)];
  await Promise.all([first, second].map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
