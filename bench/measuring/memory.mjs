// What the renderer processes of a page keep once garbage is collected: objects of JavaScript, memory of WebAssembly and other buffers, and the document's
// own objects, in bytes.

export async function memoryOf(threads) {
  const whole = { script: 0, buffers: 0, document: 0 };
  for (const { session } of threads) {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0, embedderHeapUsedSize = 0 } = await session.send('Runtime.getHeapUsage');
    whole.script += usedSize;
    whole.buffers += backingStorageSize;
    whole.document += embedderHeapUsedSize;
  }
  return whole;
}
