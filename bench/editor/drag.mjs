// The first card of the page dragged with the mouse over those around it for a second, and dropped behind its neighbour.
import { setTimeout as sleep } from 'node:timers/promises';

import { median, percentile } from '../measuring/figures.mjs';
import { MainThread } from '../measuring/main-thread.mjs';
import { measureAct, patience, repeat, settling } from './act.mjs';
import { framesSeen, watchFrames } from './in-page.mjs';
import { within } from './subjects/subject.mjs';

const cardTitle = '.pw-card__title';
const target = '.pw-card:nth-of-type(3)';
const moves = 60;

async function dragOnce(subject) {
  const { mouse } = subject.page;
  const from = await subject.pointOf(cardTitle, { x: 0.1 });
  const dropped = await subject.whenDropped(cardTitle);
  await mouse.move(from.x, from.y);
  await mouse.down();
  // Editors that wait to see whether a press is a drag have seen it after this.
  await mouse.move(from.x + 12, from.y + 12, { steps: 4 });
  await sleep(settling);
  await subject.content.evaluate(watchFrames);
  const over = async () => {
    for (let i = 0; i < moves; i++) {
      const turn = (i / moves) * 2 * Math.PI;
      await mouse.move(from.x + 200 * (1 - Math.cos(turn)), from.y + 12 + 80 * Math.sin(turn));
      await sleep(12);
    }
  };
  const work = await MainThread.during(subject.threads, over);
  const frames = await subject.content.evaluate(framesSeen);
  await dropBehind(subject, mouse);
  const drop = await measureAct(subject, 'a drop', dropped, () => mouse.up());
  return { frames, work: work.reduce((sum, { task }) => sum + task, 0) / moves, settled: drop.toPaint };
}

// Places that open while something is dragged shift the page, so the place is looked up again.
async function dropBehind(subject, mouse) {
  for (let look = 0; look < 2; look++) {
    const { x, y } = await subject.pointOf(target, { x: 0.9, isScrolling: false });
    await mouse.move(x, y, { steps: 8 });
    await sleep(settling / 2);
  }
}

// `rate`: frames a second; `slow`: what 95 of 100 frames keep to; `work`: of main threads, with every move; `settled`: from letting go to the painted page.
export async function measureDrag(subject, pace) {
  const counted = await repeat({ ...pace, seconds: 3 * pace.seconds }, async () => {
    const seen = await within(patience, 'dragging', dragOnce(subject));
    await sleep(settling);
    return seen;
  });
  const frames = counted.flatMap((each) => each.frames).toSorted((a, b) => a - b);
  return {
    rate: (1000 * frames.length) / frames.reduce((sum, frame) => sum + frame, 0),
    slow: percentile(frames, 0.95),
    work: median(counted.map((each) => each.work)),
    settled: median(counted.map((each) => each.settled)),
  };
}
