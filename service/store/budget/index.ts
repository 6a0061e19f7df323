export { noteUsage } from './note-usage.ts';
export { type OrgShares, sharesOf } from './shares-of.ts';
export { type Spent, spend } from './spend.ts';
