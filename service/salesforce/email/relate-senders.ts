import { z } from 'zod';
import type { LeftPart, Write } from '../../../core/sync/index.ts';
import { type Asking, askParts } from '../ask-parts.ts';
import { readRowAnswers } from '../read-row-answers.ts';
import { queriesOver } from '../soql.ts';

const answer = z.object({ records: z.array(z.object({ EmailMessageId: z.string() })) });
const mostRows = 200;

interface Saved {
  write: Write;
  id: string;
  /** An earlier attempt may have come so far. */
  again: boolean;
}

/**
 * ToIds, CcIds and BccIds of the record make their relations by themselves; the sender's is a record of its own
 * (developer.salesforce.com, EmailMessage: "Add Email Message Relation for id of the sender"). What is refused stays unsaid in Salesforce and is told.
 */
export async function relateSenders(asking: Asking, saved: readonly Saved[]): Promise<Map<string, LeftPart>> {
  const named = saved.filter(({ write }) => write.mail?.fromId);
  const there = await related(
    asking,
    named.filter(({ again }) => again).map(({ id }) => id),
  );
  const open = named.filter(({ id }) => !there.has(id));
  const left = new Map<string, LeftPart>();
  for (let start = 0; start < open.length; start += mostRows) {
    const rows = open.slice(start, start + mostRows);
    const records = rows.map(({ write, id }) => ({
      attributes: { type: 'EmailMessageRelation' },
      EmailMessageId: id,
      RelationId: write.mail?.fromId,
      RelationType: 'FromAddress',
      RelationAddress: write.mail?.fromAddress,
    }));
    const { body } = await asking.client.send({ method: 'POST', path: '/composite/sobjects', body: { allOrNone: false, records } });
    const answers = readRowAnswers(body, rows.length) ?? [];
    for (const [index, { id }] of rows.entries()) {
      const row = answers[index];
      if (row && 'error' in row) left.set(id, { reason: 'file-not-readable', name: 'sender', bytes: null, message: row.error.message });
    }
  }
  return left;
}

async function related(asking: Asking, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const paths = queriesOver(
    ids,
    (list) => `SELECT EmailMessageId FROM EmailMessageRelation WHERE RelationType = 'FromAddress' AND EmailMessageId IN (${list})`,
    false,
  );
  const { parts } = await askParts(asking, paths);
  return new Set(parts.flatMap((part) => answer.parse(part.body).records.map((record) => record.EmailMessageId)));
}
