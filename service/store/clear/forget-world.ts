import { connectOnce } from '../roles/index.ts';

/** What was read from both sides and written to them. People, settings, sign-ins, sessions, activity and the audit log are of no world. */
const books = [
  ...[
    'observation',
    'link',
    'intent',
    'journal',
    'decision',
    'issue',
    'conflict',
    'collection',
    'meeting',
    'source_meeting',
    'source_look',
  ],
  ...['saved_item', 'customization', 'subscription', 'salesforce_feed', 'salesforce_dealt', 'partner_choice', 'mailbox_pause'],
];

/**
 * Sandbox mode: the world was emptied and filled anew. Nothing that was known of it holds, and what is no longer there was deleted by nobody.
 * Every mailbox is due; a run that is under way commits nothing more.
 */
export const forgetWorld = (ownerUrl: string, at: string): Promise<void> =>
  connectOnce(ownerUrl, async (client) => {
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.maintenance', 'on', true)");
    await client.query('UPDATE lane SET due_at = $1, epoch = epoch + 1', [at]);
    for (const table of books) await client.query(`DELETE FROM "${table}"`);
    await client.query('COMMIT');
  });
