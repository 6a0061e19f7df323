import type { EventBody } from '../events/event-body.ts';
import { eventId, renderEvent } from '../events/render-event.ts';
import type { MailboxCall } from '../http/call.ts';
import type { Row } from '../store/row.ts';
import { instanceOn } from './expand-series.ts';

const exceptionsName = 'exceptionOccurrences';
const cancelledName = 'cancelledOccurrences';

/**
 * A series master shows its cancelled occurrences by $select=cancelledOccurrences and its exceptions by $expand=exceptionOccurrences
 * (also where $select names them). Takes these out of the options and gives back what to add.
 */
export function takeSeriesOptions(call: MailboxCall): { call: MailboxCall; more(row: Row<EventBody>): Record<string, unknown> } {
  const expand = call.query.get('$expand');
  const expanded = expand?.split(/,(?![^(]*\))/).map((part) => part.trim()) ?? [];
  const rest = expanded.filter((part) => part !== exceptionsName);
  const query = new Map(call.query);
  if (rest.length > 0) query.set('$expand', rest.join(','));
  else query.delete('$expand');
  const selected =
    call.query
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  const wants = {
    exceptions: rest.length < expanded.length || selected.includes(exceptionsName),
    cancelled: selected.includes(cancelledName),
  };
  return {
    call: { ...call, query },
    more(row) {
      const more: Record<string, unknown> = {};
      if (wants.cancelled) more[cancelledName] = (row.body.cancelled ?? []).map((day) => occurrenceId(call, row, day));
      if (wants.exceptions) more[exceptionsName] = exceptionsOf(row).map((one) => renderEvent(call, one));
      return more;
    },
  };
}

function occurrenceId(call: MailboxCall, row: Row<EventBody>, day: number): string {
  return `OID.${eventId(call, row.no, row.moves)}.${new Date(day * 86_400_000).toISOString().slice(0, 10)}`;
}
function exceptionsOf(row: Row<EventBody>): Row<EventBody>[] {
  return Object.keys(row.body.exceptions ?? {}).flatMap((day) => instanceOn(row, Number(day)) ?? []);
}
