import type { AuditFilter } from '../../../api/audit-log.ts';
import { actionOptions, type ActionChoice } from './actions.ts';
import { beginOf, endOf } from './period.ts';

/** What of the log is wanted, as it stands in the address; empty where it does not matter. */
export interface AuditChoice {
  /** The id of a user. */
  person: string;
  action: ActionChoice;
  subject: string;
  /** Days, "2026-11-30", both of them included. */
  from: string;
  until: string;
}

export function choiceOf(parameters: URLSearchParams): AuditChoice {
  const text = (name: string) => parameters.get(name) ?? '';
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(text(name)) ? text(name) : '');
  return {
    person: text('person'),
    action: actionOptions.find(({ value }) => value === text('action'))?.value ?? '',
    subject: text('subject'),
    from: day('from'),
    until: day('until'),
  };
}

export function parametersOf(choice: AuditChoice): Record<string, string> {
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== ''));
}

export function filterOf({ person, action, subject, from, until }: AuditChoice): AuditFilter {
  return { actor: person, action, subject, from: beginOf(from), until: endOf(until) };
}
