import { expect, it } from 'vitest';
import { framedPage, pageParts } from './framed-page.ts';

const page = (css: string, body = '<p>Hello</p>') => `<!doctype html><html><head><title>A</title><style>:root{${css}}</style><style>p{}</style></head><body>${body}</body></html>`;

it('puts a policy before all that a page loads', () => {
  expect(framedPage(page(''))).toMatch(/^<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
});

it('tells pages that differ in their looks only from others', () => {
  expect(pageParts(page('--a:1')).sheets).toEqual([':root{--a:1}', 'p{}']);
  expect(pageParts(page('--a:1')).rest).toBe(pageParts(page('--a:2')).rest);
  expect(pageParts(page('--a:1')).rest).not.toBe(pageParts(page('--a:1', '<p>Bye</p>')).rest);
  expect(pageParts(page('', '<style>x</style>')).sheets).toHaveLength(2);
});
