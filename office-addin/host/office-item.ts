import type { ItemSource } from '../../core/host/index.ts';
import { readItem } from './read-item.ts';

type Mailbox = Office.Mailbox;

/** Office keeps one handler a kind of event, and takes all away at once: so one is given to it, for all who listen here. */
const followItem = (mailbox: Mailbox): ItemSource['onChanged'] => {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return (listener) => {
    // Mailbox 1.5; on hosts without pinning the pane opens anew for each item.
    if (listeners.size === 0) mailbox.addHandlerAsync?.(Office.EventType.ItemChanged, tell);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) mailbox.removeHandlerAsync?.(Office.EventType.ItemChanged);
    };
  };
};

/** The open item. Null where none is open: the pane may be pinned while nothing is selected. */
export const officeItem = (mailbox: Mailbox): ItemSource => ({
  get: async () => {
    const { item } = mailbox;
    return item ? readItem(item, mailbox.userProfile?.emailAddress ?? '') : null;
  },
  onChanged: followItem(mailbox),
});
