import type { GraphObject } from '../graph-object.ts';
import { odataText, stampBody, stampFilter } from '../stamp.ts';
import { withQuery } from '../with-query.ts';

/** Remote id of the one calendar followed: the primary one, which needs no look-up. */
const primary = 'calendar';

/**
 * Events of the primary calendar in a window, which the first request fixes for the life of the listing; calendarView/delta takes no
 * $select. Creates carry a transactionId, so that sending one again answers with the first event; and the stamp, to find it by.
 */
export const eventObject: GraphObject = {
  kind: 'event',
  discover: () => Promise.resolve([{ object: 'event', remoteId: primary, name: 'Calendar' }]),
  firstPage: (user, { window, name }) => {
    if (!window) throw new TypeError(`the calendar "${name}" has no window to list`);
    return withQuery(`${user}/calendarView/delta`, { startDateTime: window.start, endDateTime: window.end });
  },
  item: (user, remoteId) => `${user}/events/${encodeURIComponent(remoteId)}`,
  items: (user) => `${user}/events`,
  query: (path) => path,
  filter: (by, value) => {
    if (by === 'email') return null;
    return by === 'key' ? `iCalUId eq ${odataText(value)}` : stampFilter(value);
  },
  createExtras: (key) => ({ transactionId: key, ...stampBody(key) }),
  createIsRepeatable: true,
};
