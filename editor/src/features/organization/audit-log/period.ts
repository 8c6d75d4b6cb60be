// Days as the fields have them, "2026-11-30", in the time zone of who looks.

const at = (day: string, plus: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const time = new Date(year, month - 1, date + plus);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
};

/** When a day begins; empty for no day. */
export const beginOf = (day: string): string => (day === '' ? '' : at(day, 0));

/** When the day after it begins. */
export const endOf = (day: string): string => (day === '' ? '' : at(day, 1));
