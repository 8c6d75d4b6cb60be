import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './client.ts';
import type { components } from './openapi.ts';
import { requestFile } from './tagged-requests.ts';

export type Form = components['schemas']['Form'];
export type Submission = components['schemas']['FormSubmission'];

/** Of which form; of all where it names none. */
export interface FormChoice {
  pageId?: string;
  formId?: string;
}

export const submissionsAtOnce = 20;

export const formsQuery = () => queryOptions({ queryKey: ['submissions', 'forms'], queryFn: async ({ signal }) => (await request('GET', '/forms', { signal })).items });

/** Newest first; `part` counts from 0. */
export const submissionsQuery = (form: FormChoice, part: number) =>
  queryOptions({
    queryKey: ['submissions', 'list', form, part],
    queryFn: ({ signal }) => request('GET', '/form-submissions', { query: { ...form, limit: submissionsAtOnce, offset: part * submissionsAtOnce }, signal }),
    placeholderData: keepPreviousData,
  });

export const submissionQuery = (id: string) =>
  queryOptions({ queryKey: ['submissions', 'one', id], queryFn: ({ signal }) => request('GET', '/form-submissions/{id}', { path: { id }, signal }) });

export function deleteSubmission(id: string): Promise<void> {
  return request('DELETE', '/form-submissions/{id}', { path: { id } });
}

export function exportSubmissions(form: FormChoice): Promise<{ content: Blob; name: string | null }> {
  return requestFile('GET', '/form-submissions/export', { query: { ...form } });
}
