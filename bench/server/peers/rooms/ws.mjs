// The least that a room can do: what one sends, the others get, unread, and the sender hears that it arrived.
import { createServer } from 'node:http';

import { WebSocketServer } from 'ws';

const server = createServer((_, response) => response.end('ok'));
const room = new WebSocketServer({ server, clientTracking: true, perMessageDeflate: false });
room.on('connection', (socket) => {
  socket.on('message', (edit) => {
    for (const other of room.clients) if (other !== socket) other.send(edit, { binary: false });
    socket.send('{"type":"acknowledge"}');
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
