import type { EventBody, ExceptionBody } from '../events/event-body.ts';
import { checkEvent, normalizeEvent } from '../events/normalize-event.ts';
import { GraphError } from '../http/graph-error.ts';
import { refusals } from '../http/refusals.ts';
import { announce, type Writing } from '../meetings/announce.ts';
import type { Json } from '../odata/read-properties.ts';
import type { Row } from '../store/row.ts';
import { fromUtc } from '../zones/local-time.ts';
import { dayOf, instanceOn, neighbours } from './expand-series.ts';
import { seriesZone } from './series-rule.ts';

const seriesOnly = ['recurrence', 'transactionId'] as const;

/** A change of one occurrence makes it an exception; the series counts as changed, so delta sends all of it again. */
export function changeOccurrence(
  writing: Writing,
  master: Row<EventBody>,
  day: number,
  input: Json,
  stamps: Record<string, string> | undefined,
): Row<EventBody> {
  const before = instanceOn(master, day);
  if (!before) throw refusals.itemNotFound();
  const written = normalizeEvent(input, before.body);
  for (const name of seriesOnly) {
    if (name in written) throw refusals.invalidProperty(`The property '${name}' can be set only on the series.`);
  }
  const after: EventBody = { ...before.body, ...written };
  checkEvent(after);
  checkNeighbours(master, day, after);
  const exception: ExceptionBody = { ...master.body.exceptions?.[day], ...written, seq: writing.mailbox.seq + 1 };
  if (stamps) exception.stamps = { ...exception.stamps, ...stamps };
  const body: EventBody = { ...master.body, exceptions: { ...master.body.exceptions, [day]: exception } };
  const next = writing.mailbox.events.update(master, body);
  announce(writing, master.body, body);
  return instanceOn(next, day) ?? next;
}

/** A cancelled occurrence is not announced by delta: it is missing when the series is sent again. */
export function cancelOccurrence(writing: Writing, master: Row<EventBody>, day: number): void {
  if (!instanceOn(master, day)) throw refusals.itemNotFound();
  const { [day]: _gone, ...exceptions } = master.body.exceptions ?? {};
  const body: EventBody = { ...master.body, exceptions, cancelled: [...(master.body.cancelled ?? []), day] };
  writing.mailbox.events.update(master, body);
  announce(writing, master.body, body);
}

function checkNeighbours(master: Row<EventBody>, day: number, after: EventBody): void {
  const zone = seriesZone(master.body);
  const dayIn = (event: EventBody) => dayOf(fromUtc(event.start, zone).slice(0, 10));
  const { before: earlier, after: later } = neighbours(master, day);
  if ((earlier && dayIn(after) <= dayIn(earlier.body)) || (later && dayIn(after) >= dayIn(later.body)))
    throw new GraphError(400, 'ErrorOccurrenceCrossingBoundary', 'Modified occurrence is crossing or overlapping adjacent occurrence.');
}
