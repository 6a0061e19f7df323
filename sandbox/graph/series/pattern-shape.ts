/** Which properties belong to each type of recurrence pattern, and what stands for "none" in the others' places. */
export const patternProperties: Record<string, readonly string[]> = {
  daily: ['interval'],
  weekly: ['interval', 'daysOfWeek', 'firstDayOfWeek'],
  absoluteMonthly: ['interval', 'dayOfMonth'],
  relativeMonthly: ['interval', 'daysOfWeek', 'index', 'firstDayOfWeek'],
  absoluteYearly: ['interval', 'dayOfMonth', 'month'],
  relativeYearly: ['interval', 'daysOfWeek', 'index', 'month', 'firstDayOfWeek'],
};
export const emptyPattern = { interval: 1, month: 0, dayOfMonth: 0, daysOfWeek: [] as string[], firstDayOfWeek: 'sunday', index: 'first' };
export const rangeProperties: Record<string, readonly string[]> = { endDate: ['endDate'], noEnd: [], numbered: ['numberOfOccurrences'] };
export const emptyRange = { endDate: '0001-01-01', numberOfOccurrences: 0 };
export const weekDays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const indexes = ['first', 'second', 'third', 'fourth', 'last'];
