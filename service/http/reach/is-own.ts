import type { Caller } from '../ports/index.ts';

/** Whose mailbox it is knows things of it that nobody else can. */
export const isOwn = ({ grants }: Caller, userId: string): boolean =>
  grants.some(({ scope }) => scope.level === 'self' && scope.id === userId);
