import { expect, it } from 'vitest';
import type { Submission } from '../../../api/submissions.ts';
import { choiceOf, formChoices, inShort, keyOf } from './forms.ts';

const form = { pageId: 'p', pageName: 'Contact', formId: 'ask', formTitle: 'Write to us', submissions: 3, lastAt: '' };
const sent = (...values: string[]): Submission => ({
  id: 's', pageId: 'p', environmentId: 'e', formId: 'ask', formTitle: '', createdAt: '',
  answers: values.map((value, index) => ({ name: `f${index}`, label: '', value })),
});

it('reads a form from the address as it was written, and all forms from anything else', () => {
  expect(choiceOf(keyOf(form))).toEqual({ pageId: 'p', formId: 'ask' });
  for (const key of ['', '/', 'p', 'p/', '/ask']) expect(choiceOf(key)).toEqual({});
});

it('offers all forms, and the one that is shown even without answers', () => {
  expect(formChoices([form], '').map(({ label }) => label)).toEqual(['All forms', 'Write to us on Contact (3)']);
  expect(formChoices([form], 'p/ask')).toHaveLength(2);
  expect(formChoices([form], 'p/other').at(-1)).toEqual({ value: 'p/other', label: 'A form without answers' });
});

it('tells an answer in one line', () => {
  expect(inShort(sent('Ada', 'When?\n Mondays ', 'yes', 'no'))).toBe('Ada, When? Mondays, yes');
  expect(inShort(sent())).toBe('Sent without answers');
});
