import { expect, it } from 'vitest';
import { eventName, withoutPlace, withPattern } from './event-words.ts';

it('says in words what a webhook is told of', () => {
  expect(['*', 'page.*', 'page.published', 'design_tokens.draft_saved', 'webhook.ping', 'sign_in.refused'].map(eventName)).toEqual([
    'Everything',
    'Everything about pages',
    'Page published',
    'Design draft saved',
    'Test message',
    'sign_in.refused',
  ]);
});

it('takes all of a kind instead of each of it', () => {
  expect(withPattern(['page.created', 'page.deleted', 'form.submitted'], 'page.*', true)).toEqual(['form.submitted', 'page.*']);
  expect(withPattern(['form.submitted', 'page.*'], 'page.*', false)).toEqual(['form.submitted']);
  expect(withPattern(['page.created'], 'page.deleted', true)).toEqual(['page.created', 'page.deleted']);
});

it('keeps what only the API knows', () => {
  expect(withoutPlace(['*', 'page.created', 'sign_in.*', 'page.something_new'])).toEqual(['sign_in.*', 'page.something_new']);
});
