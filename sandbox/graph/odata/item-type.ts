import type { MailboxCall } from '../http/call.ts';
import type { Row } from '../store/row.ts';

/** How one kind of item is shown and asked for. */
export interface ItemType<B> {
  /** name in the metadata, e.g. `contact` */
  name: string;
  properties: ReadonlySet<string>;
  render(call: MailboxCall, row: Row<B>): Record<string, unknown>;
}
