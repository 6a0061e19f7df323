const priorities = ['low', 'normal', 'high'] as const;
type Priority = (typeof priorities)[number];

/** An org may name its own priorities; what is none of the delivered three is normal. */
export const readPriority = (value: string | null | undefined): Priority =>
  priorities.find((priority) => priority === value?.trim().toLowerCase()) ?? 'normal';

export const priorityToSalesforce = (value: unknown): string =>
  ({ low: 'Low', normal: 'Normal', high: 'High' })[readPriority(String(value))];
