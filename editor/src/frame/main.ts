// The program inside of the canvas iframe. It is of an opaque origin: all it can reach is the page and the one port that its parent gave it.
import { frameReady, handshake, type FrameMessage, type HostMessage } from '../canvas/protocol.ts';

import { Canvas } from './canvas.ts';

function takePort(event: MessageEvent<unknown>): void {
  const [port] = event.ports;
  if (event.source !== parent || event.data !== handshake || !port) return;
  removeEventListener('message', takePort);
  const canvas = new Canvas((message: FrameMessage) => port.postMessage(message));
  port.onmessage = ({ data }: MessageEvent<HostMessage>) => canvas.receive(data);
}

addEventListener('message', takePort);
parent.postMessage(frameReady, '*');
