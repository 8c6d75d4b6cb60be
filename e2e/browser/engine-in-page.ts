import type { Page } from '@playwright/test';

export interface EngineRequest {
  call: string;
  [member: string]: unknown;
}

/** Loads an engine in the page and gives its answers to the requests, in order. */
export async function askEngine(page: Page, wasmAddress: string, requests: EngineRequest[]): Promise<Record<string, unknown>[]> {
  return page.evaluate(
    async ([address, requests]) => {
      interface Exports {
        memory: WebAssembly.Memory;
        _initialize: () => void;
        pagewright_allocate: (size: number) => number;
        pagewright_free: (pointer: number, size: number) => void;
        pagewright_call: (pointer: number, size: number) => number;
      }
      const unused = (): number => 8;
      const { instance } = await WebAssembly.instantiateStreaming(fetch(address), {
        wasi_snapshot_preview1: { fd_close: unused, fd_seek: unused, fd_write: unused },
      });
      const engine = instance.exports as unknown as Exports;
      engine._initialize();
      return requests.map((request) => {
        const bytes = new TextEncoder().encode(JSON.stringify(request));
        const pointer = engine.pagewright_allocate(bytes.length);
        new Uint8Array(engine.memory.buffer, pointer, bytes.length).set(bytes);
        const answer = engine.pagewright_call(pointer, bytes.length) >>> 0;
        engine.pagewright_free(pointer, bytes.length);
        const length = new DataView(engine.memory.buffer).getUint32(answer, true);
        return JSON.parse(new TextDecoder().decode(new Uint8Array(engine.memory.buffer, answer + 4, length))) as Record<string, unknown>;
      });
    },
    [wasmAddress, requests] as const,
  );
}
