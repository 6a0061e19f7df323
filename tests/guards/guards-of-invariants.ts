import type { Guard } from './guard.ts';

/** Each invariant of the model can fail: what keeps it is taken away, and its short life ends with its name. */
const invariant = (name: string, prevents: string, taken: Pick<Guard, 'file' | 'find' | 'replace'>, test: string): Guard => ({
  name: `invariant ${name}`,
  prevents,
  ...taken,
  test: { file: 'tests/model/invariants.test.ts', name: test, says: `${name}:` },
});

export const guardsOfInvariants: readonly Guard[] = [
  invariant(
    'I1',
    'an item is on one side only and nobody says why',
    {
      file: 'service/store/lane-store/save-page.ts',
      find: 'put.push({ seen, planned: echo });',
      replace: 'put.push({ seen, planned: true });',
    },
    'I1: both sides end alike',
  ),
  invariant(
    'I2',
    'a mailbox with nothing to do goes on asking',
    { file: 'core/sync/run/read-side.ts', find: 'if (known.length === 0 ||', replace: 'if (known.length >= 0 ||' },
    'I2: nothing to do costs next to nothing',
  ),
  invariant(
    'I3',
    'a lost answer makes a second item',
    { file: 'service/store/lane-store/outbox.ts', find: "state = 'sending' OR attempts > 0 AS maybe_sent", replace: 'false AS maybe_sent' },
    'I3: one thing has one partner',
  ),
  invariant(
    'I4',
    "an edit is overwritten with the other side's old value",
    {
      file: 'core/sync/plan/merge-fields.ts',
      find: "return salesforceChanged ? 'down' : 'none';",
      replace: "return salesforceChanged ? 'up' : 'none';",
    },
    'I4: what a person typed stays',
  ),
  invariant(
    'I5',
    'what a person deleted comes back',
    { file: 'core/sync/plan/plan-removal.ts', find: 'if (edited.length > 0) return', replace: 'if (edited.length >= 0) return' },
    'I5: what a person deleted stays away',
  ),
  invariant(
    'I6',
    'a write of ours mails people',
    {
      file: 'core/sync/run/apply-gate.ts',
      find: "run.policy.invitations === 'ask' ?",
      replace: "run.policy.invitations !== 'ask' ?",
    },
    'I6: nobody gets a mail by our writes',
  ),
  invariant(
    'I7',
    'the words of a private appointment stand in Salesforce',
    {
      file: 'core/mapping/event/from-outlook.ts',
      find: 'if (isPrivate(event.sensitivity)) return',
      replace: 'if (isPrivate(event.sensitivity) && event.subject === null) return',
    },
    'I7: no word of what is private',
  ),
  invariant(
    'I8',
    "one mailbox's throttling holds up another",
    {
      file: 'service/graph/pacer.ts',
      find: 'const known = gates.get(mailbox);',
      replace: 'const known = gates.get(mailbox) ?? [...gates.values()][0];',
    },
    'I8: what one mailbox suffers',
  ),
  invariant(
    'I9',
    'requests before the time that Exchange named',
    {
      file: 'service/graph/pacer.ts',
      find: 'gate.closedUntil = Math.max(gate.closedUntil, until);',
      replace: 'gate.closedUntil = Math.min(gate.closedUntil, until);',
    },
    'I9: nothing is sent before the time',
  ),
  invariant(
    'I10',
    'a page counts as read that is not stored whole',
    {
      file: 'service/store/lane-store/save-page.ts',
      find: 'await putObservations(transaction, lane, sorted.put, at, collection);',
      replace: 'await putObservations(transaction, lane, sorted.put.slice(1), at, collection);',
    },
    'I10: no cursor is ahead of what is stored',
  ),
  invariant(
    'I11',
    'an emptied side empties the other',
    { file: 'core/sync/run/apply-gate.ts', find: '= brakedDeletes(await', replace: '= ((_: unknown): DeleteCount[] => [])(await' },
    'I11: so many deletions wait for a yes',
  ),
  invariant(
    'I12',
    'a worker that lost its lane goes on committing',
    { file: 'service/store/lane-store/in-lane.ts', find: 'AND epoch = $2 FOR SHARE', replace: 'AND epoch >= $2 FOR SHARE' },
    'I12: a worker that lost its lane',
  ),
  invariant(
    'I13',
    'an item is left out and the books do not say why',
    {
      file: 'service/store/lane-store/save-plan.ts',
      find: 'await putDecisions(transaction, lane, step.decisions, at);',
      replace: 'await putDecisions(transaction, lane, [], at);',
    },
    'I13: what is left out has its reason',
  ),
];
