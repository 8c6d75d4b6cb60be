// A room of Socket.IO 4: an edit goes to everybody else in it, and the sender hears that it arrived. Nothing is kept or put in order.
import { createServer } from 'node:http';

import { Server } from 'socket.io';

const server = createServer((_, response) => response.end('ok'));
const io = new Server(server, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => {
  socket.join('page');
  socket.on('edit', (edit, acknowledge) => {
    socket.to('page').emit('edit', edit);
    acknowledge();
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
