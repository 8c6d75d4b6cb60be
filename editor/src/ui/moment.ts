const written = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** "Dec 24, 2026, 8:00 AM", in the reader's time zone; empty where it is no time. */
export function momentText(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? '' : written.format(time);
}

const minute = 60_000;

/** As a field for date and time has it: "2026-12-24T08:00", in the reader's time zone. */
export function localText(time: Date): string {
  return new Date(time.getTime() - time.getTimezoneOffset() * minute).toISOString().slice(0, 16);
}

/** The next full hour that is at least half an hour away. */
export function nextHour(now: Date): Date {
  const time = new Date(now.getTime() + 30 * minute);
  time.setHours(time.getHours() + 1, 0, 0, 0);
  return time;
}

/** What the field's text says, for the server. Null: it is no time. */
export function isoOfLocal(text: string): string | null {
  const time = new Date(text);
  return text === '' || Number.isNaN(time.getTime()) ? null : time.toISOString();
}
