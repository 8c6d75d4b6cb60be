import type { Page } from '@playwright/test';

export interface EngineRequest {
  call: string;
  [member: string]: unknown;
}

/** A request as text, or several that differ in a number only, from 0 to below `count`: the texts before and behind it. */
export type RequestText = string | { before: string; count: number; behind: string };

/** Loads an engine in the page and gives its answers to the requests, in order. */
export async function askEngine(page: Page, wasmAddress: string, requests: EngineRequest[]): Promise<Record<string, unknown>[]> {
  const texts = requests.map((request) => JSON.stringify(request));
  return (await askEngineInText(page, wasmAddress, texts)) as Record<string, unknown>[];
}

/** The same for requests as texts. */
export async function askEngineInText(page: Page, wasmAddress: string, requests: RequestText[]): Promise<unknown[]> {
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
      const ask = (request: string): unknown => {
        const bytes = new TextEncoder().encode(request);
        const pointer = engine.pagewright_allocate(bytes.length);
        new Uint8Array(engine.memory.buffer, pointer, bytes.length).set(bytes);
        const answer = engine.pagewright_call(pointer, bytes.length) >>> 0;
        engine.pagewright_free(pointer, bytes.length);
        const length = new DataView(engine.memory.buffer).getUint32(answer, true);
        return JSON.parse(new TextDecoder().decode(new Uint8Array(engine.memory.buffer, answer + 4, length)));
      };
      return requests.flatMap((request) =>
        typeof request === 'string' ? [ask(request)] : Array.from({ length: request.count }, (_, index) => ask(`${request.before}${index}${request.behind}`)),
      );
    },
    [wasmAddress, requests] as const,
  );
}
