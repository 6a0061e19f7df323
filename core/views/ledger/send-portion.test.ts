import { expect, test } from 'vitest';
import { ApiProblem, type ProblemField } from '../../contract/client/index.ts';
import { readLedgerFile } from './read-ledger-file.ts';
import { type SendLines, sendPortion } from './send-portion.ts';

const { mailbox, lines } = readLedgerFile(
  ['{"kind":"mailbox"}', '', ...[1, 2, 3, 4].map((n) => `{"kind":"link","outlookId":"${n}"}`)].join('\n'),
);
if (mailbox === null) throw new Error('no mailbox');
const portion = [mailbox, ...lines];
const taken = (links: number, refused: { at: number; what: string; todo: string }[] = []) => ({ links, decisions: 0, known: 0, refused });
const problem = (status: number, errors: ProblemField[] = []) =>
  new ApiProblem('invalid_input', status, 'Too large', {
    ...{ type: '', title: '', status, code: 'invalid_input', detail: 'Too large', todo: 'Send less.', errors },
  });
const named = (place: number): ProblemField => ({ where: `body.lines.${place}.state`, what: `bad ${place}`, todo: 'fix' });

/** Answers one after the other, and notes what was sent. */
const sender = (answers: (ReturnType<typeof taken> | ApiProblem)[]) => {
  const sent: (string | null | undefined)[][] = [];
  const send: SendLines = async (all) => {
    sent.push(all.map((line) => (line.kind === 'link' ? line.outlookId : line.kind)));
    const answer = answers[sent.length - 1];
    if (answer === undefined || answer instanceof ApiProblem) throw answer ?? new Error('nothing more was expected');
    return answer;
  };
  return { send, sent };
};

test('lines without a valid shape are named by their number in the file, and their neighbours sent without them', async () => {
  const { send, sent } = sender([
    problem(400, [named(2), named(2), named(4)]),
    taken(1, [{ at: 1, what: 'stands otherwise', todo: 'look' }]),
  ]);
  expect(await sendPortion(send, portion)).toEqual({
    ...{ links: 1, decisions: 0, known: 0, wrongMailbox: null },
    refused: [
      { number: 4, what: 'bad 2', todo: 'fix' },
      { number: 6, what: 'bad 4', todo: 'fix' },
      { number: 3, what: 'stands otherwise', todo: 'look' },
    ],
  });
  expect(sent).toEqual([
    ['mailbox', '1', '2', '3', '4'],
    ['mailbox', '1', '3'],
  ]);
});

test('a ledger of another mailbox ends it, however that is said', async () => {
  const wrong = { at: 0, what: 'of another', todo: 'send it there' };
  expect((await sendPortion(sender([taken(0, [wrong])]).send, portion)).wrongMailbox).toMatchObject({ number: 1, what: 'of another' });
  expect((await sendPortion(sender([problem(400, [named(0)])]).send, portion)).wrongMailbox).toMatchObject({ number: 1, what: 'bad 0' });
});

test('a line that alone is too large is refused alone; a portion that is too large is thrown', async () => {
  const { refused } = await sendPortion(sender([problem(413)]).send, portion.slice(0, 2));
  expect(refused).toEqual([{ number: 3, what: 'Too large', todo: 'Send less.' }]);
  await expect(sendPortion(sender([problem(413)]).send, portion)).rejects.toBeInstanceOf(ApiProblem);
});

test('what names no line is thrown: the portion can be sent again', async () => {
  await expect(sendPortion(sender([problem(409)]).send, portion)).rejects.toMatchObject({ status: 409 });
});
