import type { ObjectKind, Side } from '../../../core/model/index.ts';
import type { ApiOptions } from '../api-options.ts';
import type { UserRow } from '../ports/index.ts';

/** Outlook names its items by passing ids in some places (the pane's are those of EWS): the books know them by their lasting ones. */
export const lastingId = (
  { options }: { options: Pick<ApiOptions, 'engine'> },
  { customerId, id: userId }: Pick<UserRow, 'customerId' | 'id'>,
  { side, object, id }: { side: Side; object: ObjectKind; id: string },
): Promise<string> =>
  side === 'outlook' ? options.engine.lastingId({ customerId, userId }, { object, remoteId: id }) : Promise.resolve(id);
