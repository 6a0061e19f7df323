import { type Fields, goneItem, type Intent, type Link, type Observation, otherSide } from '../../../core/model/index.ts';
import { isGift, noteWrite, type Receipt } from '../../../core/sync/index.ts';

type Done = Extract<Receipt, { outcome: 'done' }>;

/**
 * The link after a write that the provider took. The base is kept per side: on the target what it stored (it may have rewritten what
 * we sent), on the source what we took from it. Only fields that this intent wrote are agreed now; after a create all are.
 */
export function bookReceipt(intent: Intent, link: Link, receipt: Done): Link {
  if (isGift(intent)) return { ...link, state: receipt.gave ?? link.state };
  if (intent.undoes) return bookUndo(intent, link, receipt);
  const writes = noteWrite(link.writes, receipt.at, intent.side);
  if (intent.operation === 'delete') return { ...link, state: 'ended', redaction: null, writes };
  const stored = receipt.stored?.fields ?? null;
  const notTaken = receipt.notTaken ?? [];
  const sent = without(agreed(intent, stored), notTaken);
  const target: Fields =
    intent.operation === 'create' && stored
      ? without(receipt.otherEdits ? { ...stored, ...sent } : stored, notTaken)
      : pick(stored ?? sent, Object.keys(sent), sent);
  const source = otherSide(intent.side);
  const bases = { outlook: link.baseOutlook, salesforce: link.baseSalesforce };
  const next = { [intent.side]: { ...bases[intent.side], ...target }, [source]: { ...bases[source], ...sent } };
  const own =
    intent.side === 'outlook'
      ? { outlookId: receipt.remoteId, outlookVersion: receipt.version }
      : { salesforceId: receipt.remoteId, salesforceVersion: receipt.version };
  // What was only redacted is not agreed on by that: a pair that a reset left to be compared, or that a person paused, stays what it is.
  const state = intent.operation === 'create' ? 'linked' : link.state;
  return { ...link, ...own, baseOutlook: next.outlook ?? null, baseSalesforce: next.salesforce ?? null, state, writes };
}

/** What Salesforce does not show of what was stored (hidden from this user) was not written either, and is agreed on by nobody. */
function agreed({ side, fields }: Intent, stored: Fields | null): Fields {
  const sent = fields ?? {};
  if (side === 'outlook' || !stored) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([name]) => name in stored));
}

const without = (fields: Fields, names: readonly string[]): Fields =>
  names.length === 0 ? fields : Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/**
 * After an undo the target holds what it held before, and the source what it has: the two are agreed to differ, so that nothing bounces back.
 * What came back with its partner gone stays untied. It counts for no loop: a person asked for it.
 */
function bookUndo(intent: Intent, link: Link, receipt: Done): Link {
  if (intent.operation === 'delete') return { ...link, state: 'ended' };
  const stored = receipt.stored?.fields ?? intent.fields ?? {};
  const names = intent.operation === 'create' ? Object.keys(stored) : Object.keys(intent.fields ?? {});
  const target = pick(stored, names, intent.fields ?? {});
  const state = link.state === 'ended' ? 'ended' : 'linked';
  if (intent.side === 'outlook') {
    const baseOutlook = { ...link.baseOutlook, ...target };
    return { ...link, outlookId: receipt.remoteId, outlookVersion: receipt.version, baseOutlook, state };
  }
  const baseSalesforce = { ...link.baseSalesforce, ...target };
  return { ...link, salesforceId: receipt.remoteId, salesforceVersion: receipt.version, baseSalesforce, state };
}

function pick(stored: Fields, names: readonly string[], sent: Fields): Fields {
  return Object.fromEntries(names.map((name) => [name, name in stored ? (stored[name] ?? null) : (sent[name] ?? null)]));
}

/** What stands there after a conflict: as looked up, or proven gone. Null when the intent had no target yet. */
export function freshObservation(intent: Intent, fresh: Observation | null): Observation | null {
  if (fresh) return fresh;
  if (intent.remoteId === null) return null;
  return goneItem({ side: intent.side, object: intent.object, remoteId: intent.remoteId });
}
