import { type Reason, reasonInfo, reasons } from '../../../core/model/index.ts';
import type { StateContext } from '../ports/index.ts';

const attentionReasons = (Object.keys(reasons) as Reason[]).filter((reason) => ['ask', 'stop'].includes(reasonInfo(reason).severity));

/** What the store needs to compute states where the rows are. */
export const stateContext = (now: number): StateContext => ({ now: new Date(now).toISOString(), attentionReasons });
