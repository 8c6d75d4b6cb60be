// What one subject takes for each thing that is done with it.
import { setTimeout as sleep } from 'node:timers/promises';

import { median } from '../measuring/figures.mjs';
import { memoryOf } from '../measuring/memory.mjs';
import { measureAct, medians, patience, repeat, settling } from './act.mjs';
import { measureDrag } from './drag.mjs';
import { headingText, sectionTitle } from './page.mjs';
import { within } from './subjects/subject.mjs';

// What the mouse rests on is lit up whenever the page moves under it, which is no part of what is measured.
async function rest(subject) {
  await subject.page.mouse.move(720, 2);
  await sleep(settling);
}

const acts = {
  async select(subject, pace) {
    if (subject.isWithoutEditor) return null;
    await subject.select('section');
    await sleep(settling);
    const seen = await repeat(pace, (i) => {
      const what = i % 2 === 0 ? 'heading' : 'section';
      return measureAct(subject, 'selecting', subject.selectedAs(what), () => subject.select(what));
    });
    return medians(seen);
  },

  async change(subject, pace) {
    await subject.readyToChange();
    await rest(subject);
    const seen = await repeat(pace, async () => {
      const notText = await subject.textOf(sectionTitle);
      return measureAct(subject, 'a change', { selector: sectionTitle, notText }, () => subject.changeProp());
    });
    return medians(seen);
  },

  // An insertion, a deletion and its undoing leave one heading more every time.
  async structure(subject, pace) {
    await subject.readyToInsert();
    await rest(subject);
    const className = 'pw-heading';
    const seen = await repeat({ ...pace, seconds: 3 * pace.seconds }, async () => {
      const before = await subject.countOf(className);
      const insert = await measureAct(subject, 'an insertion', { className, count: before + 1 }, () => subject.insert());
      const remove = await measureAct(subject, 'a deletion', { className, count: before }, () => subject.remove());
      const undo = await measureAct(subject, 'undoing', { className, count: before + 1 }, () => subject.undo());
      await subject.readyToInsert();
      await rest(subject);
      return { insert, remove, undo };
    });
    return Object.fromEntries(['insert', 'remove', 'undo'].map((name) => [name, medians(seen.map((each) => each[name]))]));
  },

  async type(subject, pace) {
    await subject.startTyping();
    await rest(subject);
    const seen = await repeat(pace, async () => {
      const notText = await subject.textOf(headingText);
      return measureAct(subject, 'a typed key', { selector: headingText, notText }, () => subject.type());
    });
    await subject.endTyping();
    return medians(seen);
  },

  async drag(subject, pace) {
    return subject.isWithoutEditor ? null : measureDrag(subject, pace);
  },
};

// All figures of a subject at one size, but those in `leftOut`. What it can't do, or not in time, has none, and `failures` say by name what happened.
export async function measureSubject(subject, pace, leftOut = {}) {
  subject.countScripts();
  await subject.enter();
  await subject.open();
  await sleep(settling);
  const figures = { failures: {}, scripts: await subject.scriptBytes() };
  figures.open = median(await repeat({ ...pace, warmUps: 0 }, () => subject.open()));
  await sleep(2 * settling);
  figures.memory = await memoryOf(subject.threads);
  for (const [name, measure] of Object.entries(acts)) {
    if (leftOut[name]) continue;
    try {
      figures[name] = await measure(subject, pace);
    } catch (error) {
      figures.failures[name] = error.message.split('\n')[0];
      // A page that still works on what was given up on answers nothing else.
      await within(patience, 'an answer', subject.page.evaluate('1')).catch(() => subject.page.close());
      if (subject.page.isClosed()) break;
    }
  }
  const { structure, ...rest } = figures;
  return { ...rest, ...structure };
}
