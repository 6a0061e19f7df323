import { words } from './words.ts';

/** The button "Sync now" through all of its states. */
export const syncText = words(
  {
    'sync-now': 'Sync now',
    'sync-user': 'Sync {name} now',
    starting: 'Starting…',
    queued: 'Waiting for its turn…',
    syncing: 'Syncing…',
    'syncing-of': 'Syncing · {done} of {total}',
    'again-in': 'Sync again in {time}',
    'again-after': 'You can sync again after {time}.',
    joined: 'A sync was already running. You are now following it.',
    'not-started': 'Not started: this mailbox synced a moment ago. Try again after {time}.',
    'not-started-off': 'Not started: sync is off for this mailbox.',
    'not-started-trouble': 'Not started: {reason}',
    saved: 'Noted. The sync starts as soon as there is a connection again.',
    'off-hint': 'Sync is off for this mailbox.',
    'done-nothing': 'Done. Everything was already in step.',
    done: 'Done · {created} new, {changed} changed, {problems, plural, =0 {no problems} one {# problem} other {# problems}}',
    failed: 'The sync stopped: {reason}',
    held: 'Done, except for {held, plural, one {# change that waits} other {# changes that wait}} for an answer.',
  },
  () => import('./sync.de.ts'),
);
