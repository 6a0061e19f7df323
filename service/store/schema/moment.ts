import { timestamp } from '../drizzle.ts';

/** A point in time. Always a parameter from the Clock port, never a default of the database: in sandbox mode time is virtual. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
