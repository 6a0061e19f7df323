import type { Outcome } from './exchange.ts';
import type { GraphRequest } from './graph-request.ts';

type AskAll = (requests: readonly GraphRequest[]) => Promise<Outcome[]>;

interface Waiting {
  requests: readonly GraphRequest[];
  settle: (outcomes: Outcome[] | Promise<Outcome[]>) => void;
}

/**
 * What several parties ask for in the same turn goes out together: the folders of contacts, tasks and mails are one $batch per level and not one
 * each. Everybody gets the outcomes of their own requests, so that a refusal stays with whom it concerns.
 */
export function gatherAsks(askAll: AskAll): AskAll {
  let waiting: Waiting[] = [];
  const send = () => {
    const some = waiting;
    waiting = [];
    const all = askAll(some.flatMap(({ requests }) => requests));
    let start = 0;
    for (const { requests, settle } of some) {
      const from = start;
      start += requests.length;
      settle(all.then((outcomes) => outcomes.slice(from, from + requests.length)));
    }
  };
  return (requests) =>
    new Promise((settle) => {
      // Once whoever was answered by the last round has asked its next question.
      if (waiting.length === 0) setImmediate(send);
      waiting.push({ requests, settle });
    });
}
