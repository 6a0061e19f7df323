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
      ...{ user: of(issue.userId), organization, issue },
    }));
  const previews = [4, 5, 6].map((number) => {
    const user = of(idOf(1, number));
    return { id: user.id, kind: 'preview', since: world.issues[0]?.firstSeenAt, user, organization, issue: null };
  });
  return [...asked, ...previews];
};

export const holdAnswers: Answers = [
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
        ['deletion', 'invitation', 'question', 'preview'].map((one) => [one, all.filter((hold) => hold.kind === one).length]),
      );
      return { status, body: { ...(body as object), counts } };
    },
  ],
];
