// The engine's WebAssembly modules in Node, for tests, tools and benchmarks: docs/formats/engine-calls.md.
export async function instantiate(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, {
    wasi_snapshot_preview1: { fd_close: () => 8, fd_seek: () => 8, fd_write: () => 8 },
  });
  const { memory, pagewright_allocate, pagewright_free, pagewright_call, _initialize } = instance.exports;
  _initialize();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    call(request) {
      return this.callText(JSON.stringify(request));
    },
    // The request as JSON text, for numbers that JavaScript would write differently (3.0).
    callText(request) {
      return this.callBytes(encoder.encode(request));
    },
    callBytes(bytes) {
      const pointer = pagewright_allocate(bytes.length);
      new Uint8Array(memory.buffer, pointer, bytes.length).set(bytes);
      const answer = pagewright_call(pointer, bytes.length) >>> 0;
      pagewright_free(pointer, bytes.length);
      const length = new DataView(memory.buffer).getUint32(answer, true);
      return JSON.parse(decoder.decode(new Uint8Array(memory.buffer, answer + 4, length)));
    },
  };
}
