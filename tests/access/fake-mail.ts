import type { MailDesk } from '../../service/http/index.ts';

const mail = {
  ...{ id: 'x', subject: 'Hello', reason: 'not-triggered' as const, maySave: true, savedBy: null, at: null, url: null },
};

/** One mail that may be saved. */
export const createFakeMail = (): MailDesk => ({
  standing: async () => ({ ok: true, mail: { ...mail, state: 'not-saved' } }),
  save: async (_mailbox, _itemId, act) => ({
    ok: true,
    mail: { ...mail, state: 'waiting', maySave: false, savedBy: act.actor.email, at: act.at },
  }),
});
