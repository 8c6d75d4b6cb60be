import type { Form, FormChoice, Submission } from '../../../api/submissions.ts';

/** How a form stands in the address: the id of a node alone could be that of a copy on another page. */
export function keyOf({ pageId, formId }: FormChoice): string {
  return pageId === undefined || formId === undefined ? '' : `${pageId}/${formId}`;
}

export function choiceOf(key: string): FormChoice {
  const end = key.indexOf('/');
  return end < 1 || end === key.length - 1 ? {} : { pageId: key.slice(0, end), formId: key.slice(end + 1) };
}

/** `key`: what is shown is offered even after its last answer was deleted. */
export function formChoices(forms: readonly Form[], key: string): { value: string; label: string }[] {
  const known = forms.map((form) => ({ value: keyOf(form), label: `${form.formTitle === '' ? 'Form' : form.formTitle} on ${form.pageName} (${form.submissions})` }));
  const wanted = keyOf(choiceOf(key));
  const isKnown = wanted === '' || known.some(({ value }) => value === wanted);
  return [{ value: '', label: 'All forms' }, ...known, ...(isKnown ? [] : [{ value: wanted, label: 'A form without answers' }])];
}

/** The first answers in one line. */
export function inShort({ answers }: Submission): string {
  if (answers.length === 0) return 'Sent without answers';
  return answers
    .slice(0, 3)
    .map(({ value }) => value.replaceAll(/\s+/g, ' ').trim())
    .join(', ');
}
