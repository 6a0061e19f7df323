import { refused } from '../../salesforce-error.ts';
import type { Saving } from './object-rules.ts';

/** What holds for WhoId and WhatId of Event and Task alike; the account follows from them. */
export function settleActivityParents({ org, next, values, prior }: Saving): void {
  if (typeof next.WhoId === 'string' && next.WhoId.startsWith('00Q') && typeof next.WhatId === 'string') {
    throw refused('FIELD_INTEGRITY_EXCEPTION', 'cannot specify Whatid with lead whoid', ['WhatId', 'WhoId']);
  }
  next.WhoCount = next.WhoId ? 1 : 0;
  next.WhatCount = next.WhatId ? 1 : 0;
  if (prior && !('WhoId' in values) && !('WhatId' in values)) return;
  next.AccountId = accountOf(next.WhatId) ?? accountOf(next.WhoId) ?? null;

  function accountOf(id: unknown): string | undefined {
    if (typeof id !== 'string') return undefined;
    if (id.startsWith('001')) return id;
    // Of what an activity may be about, only these lend it their account; a case does not.
    if (!['003', '006'].includes(id.slice(0, 3))) return undefined;
    const account = org.find(id)?.AccountId;
    return typeof account === 'string' ? account : undefined;
  }
}
