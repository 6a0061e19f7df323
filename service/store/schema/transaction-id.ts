import { customType } from '../drizzle.ts';

/** A transaction's own number (xid8), as text: it may pass 2^53. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });
