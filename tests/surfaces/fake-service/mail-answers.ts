import type { Answers } from './answer.ts';

/** The open message and Salesforce. */
export const mailAnswers: Answers = [
  [/^GET \/api\/users\/([^/]+)\/mail$/, ({ world }, { query }) => ({ status: 200, body: world.mail(query.get('itemId') ?? '') })],
  [
    /^POST \/api\/users\/([^/]+)\/mail\/save$/,
    ({ world }, { body }) => {
      const itemId = String(body.itemId);
      world.savedMails.add(itemId);
      return { status: 202, body: world.mail(itemId) };
    },
  ],
];
