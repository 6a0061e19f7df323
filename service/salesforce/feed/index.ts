export type { Inbox } from './inbox.ts';
export type * from './ports.ts';
export { proveReader } from './prove-reader.ts';
export { readByFeed } from './read-dealt.ts';
export { type FeedParts, turnFeed } from './turn-feed.ts';
