// How long the main thread of a page or frame was busy, from Chromium's own counters. A sandboxed frame has a process, and thus a main
// thread, of its own.

const names = { task: 'TaskDuration', script: 'ScriptDuration', layout: 'LayoutDuration', style: 'RecalcStyleDuration' };

export class MainThread {
  static async of(context, pageOrFrame) {
    const session = await context.newCDPSession(pageOrFrame);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return Object.assign(new MainThread(), { session });
  }

  // Milliseconds since the page began.
  async #read() {
    const { metrics } = await this.session.send('Performance.getMetrics');
    const value = (name) => metrics.find((each) => each.name === name).value * 1000;
    return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, value(name)]));
  }

  // What all of `threads` did during `work`, in milliseconds.
  static async during(threads, work) {
    const read = () => Promise.all(threads.map((thread) => thread.#read()));
    const before = await read();
    await work();
    const after = await read();
    return after.map((now, i) => Object.fromEntries(Object.keys(names).map((key) => [key, now[key] - before[i][key]])));
  }
}
