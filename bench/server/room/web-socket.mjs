// The client end of a WebSocket that costs next to nothing, for there are hundreds in this one thread: frames are counted where they lie, and nothing
// is decoded that its owner does not ask for. The same for every server.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const more = 0;
const text = 1;
const close = 8;
const ping = 9;
const pong = 10;

// All sockets read into it, one at a time.
const inbox = Buffer.allocUnsafe(256 * 1024);

// A frame as clients have to send it, masked; with a mask of zeros, which leaves the text as it is.
function frameOf(opcode, payload) {
  const size = payload.length;
  const head = size < 126 ? Buffer.from([0x80 | opcode, 0x80 | size, 0, 0, 0, 0]) : Buffer.from([0x80 | opcode, 0xfe, size >> 8, size & 255, 0, 0, 0, 0]);
  return Buffer.concat([head, payload]);
}

export class WebSocketClient {
  #socket;
  #rest = null;
  #isOpen = false;
  #ending = false;

  // `onText(bytes, start, end, isLast)` is called for every frame of a text that arrives; `onEnd(reason)` when the server ends the connection.
  static open(port, path, { onText, onEnd }) {
    const client = new WebSocketClient();
    client.onText = onText;
    client.onEnd = onEnd;
    return new Promise((opened, failed) => {
      client.opened = () => opened(client);
      const callback = (size, buffer) => {
        client.#receive(buffer.subarray(0, size));
        return true;
      };
      client.#socket = connect({ host: '127.0.0.1', port, noDelay: true, onread: { buffer: inbox, callback } });
      client.#socket.on('error', failed);
      client.#socket.on('close', () => {
        failed(new Error('the connection was closed'));
        if (!client.#ending) client.onEnd('the connection was closed');
      });
      client.#socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
      );
    });
  }

  send(message) {
    this.#socket.write(frameOf(text, Buffer.from(message)));
  }

  end() {
    this.#ending = true;
    this.#socket.destroy();
  }

  #receive(chunk) {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    const read = this.#isOpen ? this.#readFrames(bytes, 0) : this.#readAnswer(bytes);
    this.#rest = read < bytes.length ? Buffer.from(bytes.subarray(read)) : null;
  }

  // Answers with how many bytes were read, as the next one does.
  #readAnswer(bytes) {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return 0;
    const [status] = bytes.toString('latin1', 0, end).split('\r\n');
    if (!status.includes(' 101 ')) {
      this.#socket.destroy(new Error(`no WebSocket: ${status}`));
      return bytes.length;
    }
    this.#isOpen = true;
    this.opened();
    return this.#readFrames(bytes, end + 4);
  }

  #readFrames(bytes, from) {
    let at = from;
    while (bytes.length - at >= 2) {
      let size = bytes[at + 1] & 127;
      let start = at + 2;
      if (size === 126) {
        if (bytes.length - at < 4) break;
        size = bytes.readUInt16BE(start);
        start += 2;
      } else if (size === 127) {
        if (bytes.length - at < 10) break;
        size = Number(bytes.readBigUInt64BE(start));
        start += 8;
      }
      if (bytes.length - start < size) break;
      this.#readFrame(bytes[at], bytes, start, start + size);
      at = start + size;
    }
    return at;
  }

  #readFrame(head, bytes, start, end) {
    const opcode = head & 15;
    const isLast = head >= 128;
    if (opcode === text) this.onText(bytes, start, end, isLast);
    else if (opcode === more) this.onMore?.(bytes, start, end, isLast);
    else if (opcode === ping) this.#socket.write(frameOf(pong, bytes.subarray(start, end)));
    else if (opcode === close) this.onEnd(`the server ended it: ${end - start > 2 ? `${bytes.readUInt16BE(start)} ${bytes.toString('utf8', start + 2, end)}` : ''}`);
  }
}
