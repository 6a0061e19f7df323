// Straight from the list of codes, not by the folder's index: that one holds the schemas, and no surface carries zod.
import { isReason, type ReasonInfo, reasonInfo } from '../model/reason.ts';

/** Who can change what a reason says; undefined for a code that this page does not know. */
export const whoActs = (reason: string): ReasonInfo['who'] | undefined => (isReason(reason) ? reasonInfo(reason).who : undefined);
