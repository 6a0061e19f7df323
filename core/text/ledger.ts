import { words } from './words.ts';

/** The open ledger of a mailbox: out as a file, and in again. */
export const ledgerText = words(
  {
    title: 'Open ledger',
    intro:
      'All that Lockstep knows of this mailbox: connections, versions and decisions, one a line (JSON Lines). It can be read by any program, and taken over by another Lockstep.',
    download: 'Download ledger',
    reading: '{count, plural, =0 {Reading…} one {One line read…} other {# lines read…}}',
    downloaded: '{count, plural, one {Downloaded: one line.} other {Downloaded: # lines.}}',
    'download-failed': 'Not downloaded: {reason}',
    cancel: 'Cancel',
    file: 'Take over a ledger file (.jsonl)',
    upload: 'Take over',
    'upload-hint': 'What stands here already stays as it is. Taken over twice, a file changes nothing.',
    'sent-of': '{sent} of {total} lines sent',
    progress: 'Lines sent',
    done: 'Done: {links, plural, one {one connection} other {# connections}} and {decisions, plural, one {one decision} other {# decisions}} taken over, {known} known already, {refused} refused.',
    halted: 'Stopped after {sent} of {total} lines: {reason}',
    'go-on': 'Go on',
    'wrong-mailbox': 'Nothing was taken over. {what}. {todo}',
    'no-mailbox-line':
      'Nothing was sent. The first line of a ledger names its mailbox ("kind": "mailbox"); this file begins with something else.',
    empty: 'Nothing was sent. The file has no lines.',
    refused: 'Lines that were not taken',
    line: 'Line {number}',
    trouble: '{what}. {todo}',
    'not-json': 'This line is no JSON object',
    'not-json-todo': 'Correct it in the file and take the file over again.',
    'more-refused': '{count, plural, one {One more is not listed.} other {# more are not listed.}}',
  },
  () => import('./ledger.de.ts'),
);
