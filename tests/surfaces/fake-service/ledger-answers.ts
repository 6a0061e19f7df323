import type { Answers } from './answer.ts';

const mailbox = { kind: 'mailbox', version: 1, tenantId: 't1', mailboxAddress: 'dana.ruiz@acme.example' };
const link = (place: number) => ({
  kind: 'link',
  object: 'contact',
  outlookId: `AAMk${place}`,
  salesforceId: `003${place}`,
  state: 'linked',
});
const ledger = [mailbox, ...Array.from({ length: 2499 }, (_, place) => link(place))];

interface Line {
  kind?: string;
  mailboxAddress?: string;
  outlookId?: string;
}
const refuseShape = (lines: readonly Line[]) =>
  lines.flatMap(({ kind }, at) =>
    kind === 'link' || kind === 'mailbox'
      ? []
      : [{ where: `body.lines.${at}.kind`, what: 'Invalid input', todo: 'Send one of: mailbox, link.' }],
  );

/** The open ledger of 2,500 lines, and an import that refuses as the service does. The first try of "AAMkBusy" meets a sync. */
export const ledgerAnswers: Answers = [
  [
    /^GET \/api\/users\/[^/]+\/ledger$/,
    (_state, { query }) => {
      const from = Number(query.get('cursor') ?? 0);
      const next = from + Number(query.get('limit'));
      return { status: 200, body: { items: ledger.slice(from, next), nextCursor: next < ledger.length ? String(next) : null } };
    },
  ],
  [
    /^POST \/api\/users\/[^/]+\/ledger$/,
    ({ asked }, { body }) => {
      const lines = body.lines as Line[];
      const problem = { type: 'x', title: 'x', code: 'invalid_input', status: 400, detail: 'x' };
      const errors = refuseShape(lines);
      if (errors.length > 0) return { status: 400, body: { ...problem, errors } };
      const busy = (all: readonly Line[]): boolean => all.some(({ outlookId }) => outlookId === 'AAMkBusy');
      const tries = asked.filter((one) => one.path.endsWith('/ledger') && busy((one.body as { lines: Line[] }).lines)).length;
      if (busy(lines) && tries === 1)
        return { status: 409, body: { ...problem, code: 'request_in_progress', status: 409, detail: 'This mailbox syncs just now.' } };
      const other = lines.findIndex((line) => line.kind === 'mailbox' && line.mailboxAddress !== mailbox.mailboxAddress);
      const refused =
        other < 0 ? [] : [{ at: other, what: 'This ledger is of another mailbox', todo: 'Send it to the user with that mailbox.' }];
      const links = other < 0 ? lines.length - 1 : 0;
      return { status: 200, body: { links, decisions: 0, known: 0, refused } };
    },
  ],
];
