import { Observable, type Unsubscribe } from '../session/observable.ts';

import { frameReady, handshake } from './protocol.ts';

// The channel to what the frame shows. The frame loads while the page is still being fetched; what is said to it waits in the channel.
export class FrameChannel {
  // Another one when the frame has been loaded anew.
  readonly port = new Observable<MessagePort | null>(null);

  // Only now the frame may load: its greeting must not come before somebody listens.
  load(iframe: HTMLIFrameElement, address: string): Unsubscribe {
    const greet = (event: MessageEvent<unknown>): void => {
      if (event.source !== iframe.contentWindow || event.data !== frameReady) return;
      const { port1, port2 } = new MessageChannel();
      // The frame is of an opaque origin, which has no name; its window is the one just compared.
      iframe.contentWindow?.postMessage(handshake, '*', [port2]);
      this.close();
      this.port.set(port1);
    };
    addEventListener('message', greet);
    iframe.src = address;
    return () => {
      removeEventListener('message', greet);
      this.close();
    };
  }

  private close(): void {
    this.port.get()?.close();
    this.port.set(null);
  }
}
