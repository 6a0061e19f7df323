export const taskStatuses = ['notStarted', 'inProgress', 'completed', 'waitingOnOthers', 'deferred'] as const;
export type TaskState = (typeof taskStatuses)[number];

/** The picklist as Salesforce delivers it. */
const standard: Readonly<Record<TaskState, string>> = {
  notStarted: 'Not Started',
  inProgress: 'In Progress',
  completed: 'Completed',
  waitingOnOthers: 'Waiting on someone else',
  deferred: 'Deferred',
};
const byName = new Map(taskStatuses.map((state) => [standard[state].toLowerCase(), state]));

export const statusFromOutlook = (value: string | null | undefined): TaskState =>
  taskStatuses.find((state) => state === value) ?? 'notStarted';

/**
 * An org names its own statuses; which of them are done is TaskStatus.IsClosed, and that outranks the name. An open one that is not
 * named as Salesforce delivers it is under way. The base is kept per side, so such a value stays until somebody changes the status.
 */
export function statusFromSalesforce(value: string | null, isClosed: boolean | null | undefined): TaskState {
  const named = byName.get(value?.trim().toLowerCase() ?? '');
  if (isClosed === undefined || isClosed === null) return named ?? 'inProgress';
  if (isClosed) return 'completed';
  return named && named !== 'completed' ? named : 'inProgress';
}

/** One status of the org's picklist (TaskStatus). */
export interface StatusChoice {
  name: string;
  closed: boolean;
}

/** The org's word: the delivered one where the org has it, else the first that is as open or as done. */
export function statusToSalesforce(state: unknown, choices: readonly StatusChoice[] = []): string {
  const wanted = standard[statusFromOutlook(String(state))];
  const closed = state === 'completed';
  const named = choices.find((choice) => choice.name.toLowerCase() === wanted.toLowerCase() && choice.closed === closed);
  return (named ?? choices.find((choice) => choice.closed === closed))?.name ?? wanted;
}
