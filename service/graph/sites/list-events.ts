import type { CalendarWindow } from '../../../core/model/index.ts';
import { expandSeries } from './expand-series.ts';
import { isPart, isSeries, type ListItem } from './list-item.ts';
import { slotOf, toEvent } from './to-event.ts';

/** Ids are unique in a site: list, item, and of a meeting of a series the start that it was planned for. */
export const itemId = (listId: string, item: string, planned?: string): string =>
  planned === undefined ? `${listId}/${item}` : `${listId}/${item}/${planned}`;

export const readItemId = (id: string): { listId: string; item: string; planned: string | undefined } => {
  const [listId = '', item = '', planned] = id.split('/');
  return { listId, item, planned };
};

/** What of a list touches the window, as events of Graph; a series in one piece: itself, then its meetings, changed ones in their place. */
export function listEvents(listId: string, items: readonly ListItem[], window: CalendarWindow, zone: string): Record<string, unknown>[] {
  const parts = Map.groupBy(items.filter(isPart), ({ fields }) => fields?.MasterSeriesItemID ?? '');
  return items.flatMap((item) => {
    if (isPart(item)) return [];
    if (isSeries(item)) return seriesEvents(listId, item, parts.get(item.id) ?? [], window, zone);
    const slot = item.fields ? slotOf(item.fields) : null;
    return slot === null || touches(slot, window) ? [toEvent(itemId(listId, item.id), item, slot)] : [];
  });
}

/** An item by its own id: a single event, or a series as such. */
export function wholeEvent(id: string, item: ListItem): Record<string, unknown> {
  const slot = item.fields ? slotOf(item.fields) : null;
  return isSeries(item) ? toEvent(id, item, slot, { type: 'seriesMaster' }) : toEvent(id, item, slot);
}

function seriesEvents(listId: string, series: ListItem, parts: readonly ListItem[], window: CalendarWindow, zone: string) {
  const id = itemId(listId, series.id);
  const planned = expandSeries(series, window, zone);
  // Without a rule there are no meetings, and the series itself says that it cannot be read.
  if (planned === null) return [toEvent(id, series, null)];
  const changed = new Map(parts.flatMap((part) => (part.fields?.RecurrenceID ? [[instant(part.fields.RecurrenceID), part]] : [])));
  const inWindow = new Set(planned.map(({ start }) => start));
  const meetings = planned.flatMap((slot) => {
    const part = changed.get(slot.start);
    const own = itemId(listId, series.id, slot.start);
    if (!part) return [toEvent(own, series, slot, { type: 'occurrence', seriesMasterId: id, originalStart: slot.start })];
    return exception(own, id, part, slot.start);
  });
  // Moved into the window from outside of it.
  const arrived = [...changed].flatMap(([start, part]) => {
    const slot = part.fields ? slotOf(part.fields) : null;
    if (inWindow.has(start) || !slot || !touches(slot, window)) return [];
    return exception(itemId(listId, series.id, start), id, part, start);
  });
  return [toEvent(id, series, series.fields ? slotOf(series.fields) : null, { type: 'seriesMaster' }), ...meetings, ...arrived];
}

/** None where the day was taken out. */
function exception(id: string, seriesMasterId: string, part: ListItem, originalStart: string): Record<string, unknown>[] {
  if (part.fields?.EventType !== 4) return [];
  return [toEvent(id, part, slotOf(part.fields), { type: 'exception', seriesMasterId, originalStart })];
}

/** As rules give it: whole seconds in UTC. */
const instant = (text: string): string => {
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : `${new Date(at).toISOString().slice(0, 19)}Z`;
};

function touches({ start, end }: { start: string; end: string }, window: CalendarWindow): boolean {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  // What is no time is for the map to say.
  if (Number.isNaN(from) || Number.isNaN(to)) return true;
  return from < Date.parse(window.end) && to >= Date.parse(window.start);
}
