export { createGraph, type GraphEmulator, type GraphOptions } from './create-graph.ts';
export type { DirectoryGroup } from './groups/group.ts';
export type { GraphCaller } from './http/caller.ts';
export type { MeetingAnswer } from './meetings/answer-meeting.ts';
export type { PersonItem } from './person/person-item.ts';
export { PersonMailbox as Mailbox } from './person/person-mailbox.ts';
export { type LifecycleEvent, lifecycleEvents } from './subscriptions/subscription.ts';
export type { DirectoryUser } from './users/directory-user.ts';
