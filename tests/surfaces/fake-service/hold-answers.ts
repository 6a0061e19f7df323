import type { Answers, FakeState } from './answer.ts';
import { idOf } from './id-of.ts';
import { page } from './reply.ts';

const kinds: Readonly<Record<string, string>> = { 'delete-brake': 'deletion', 'invitation-guard': 'invitation' };

/** The open questions of the demo's mailboxes, and the first previews of three more. */
const waiting = ({ world }: FakeState) => {
  const organization = { id: idOf(3, 0), name: 'Sales EMEA' };
  const of = (userId: string) => {
    const { id, name, email } = world.users.find((one) => one.id === userId) ?? world.users[0]!;
    return { id, name, email };
  };
  const asked = world.issues
    .filter(({ state, answers }) => state === 'open' && answers.length > 0)
    .map((issue) => ({
      ...{ id: issue.id, kind: kinds[issue.reason] ?? 'question', since: issue.firstSeenAt },
      ...{ user: of(issue.userId), organization, issue, conflicts: null },
    }));
  const previews = [4, 5, 6].map((number) => {
    const user = of(idOf(1, number));
    return { id: user.id, kind: 'preview', since: world.issues[0]?.firstSeenAt, user, organization, issue: null, conflicts: null };
  });
  const inbox = { id: idOf(8, 1), kind: 'conflict', since: world.issues[0]?.firstSeenAt, user: of(idOf(1, 0)), organization };
  return [...asked, { ...inbox, issue: null, conflicts: 1 }, ...previews];
};

export const holdAnswers: Answers = [
  [
    /^POST \/api\/(?:organizations|customers)\/[^/]+\/holds\/answer$/,
    ({ world }, { body }) => {
      const results = (body.ids as string[]).map((id) => {
        const issue = world.issues.find((one) => one.id === id && one.state === 'open');
        // Somebody else was quicker with the last one.
        const refused = issue === undefined || issue.reason === 'invitation-guard' ? 'already_answered' : null;
        if (issue && refused === null) issue.state = 'answered';
        return { id, refused, detail: null };
      });
      return { status: 200, body: { results } };
    },
  ],
  [
    /^GET \/api\/(?:organizations|customers)\/[^/]+\/holds$/,
    (state, { query }) => {
      const all = waiting(state);
      const kind = query.get('kind');
      const { status, body } = page(
        all.filter((one) => kind === null || one.kind === kind),
        query,
      );
      const counts = Object.fromEntries(
        ['deletion', 'invitation', 'question', 'conflict', 'preview'].map((one) => [one, all.filter((hold) => hold.kind === one).length]),
      );
      return { status, body: { ...(body as object), counts } };
    },
  ],
];
