import type { App } from './create-app.ts';

/** Clicks made without a connection that the person no longer wants, and the word of those that were too old. */
export const dropWaiting = async (app: App): Promise<void> => {
  for (const { key } of await app.cache.waiting(app.account.accountId)) await app.cache.drop(key);
  app.outbox.value = { waiting: 0, dropped: 0 };
};
