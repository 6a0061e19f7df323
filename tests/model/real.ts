import type { IssueAnswer } from '../../core/model/index.ts';
import type { Fault } from '../../sandbox/faults/faults.ts';
import type { Scene, ScenePerson } from '../scene/index.ts';
import type { EditBook } from './edit-book.ts';
import type { MailBook } from './mail-book.ts';
import type { PlayedKind } from './played-kinds.ts';

export type Renamed = 'contact folder' | 'task list' | 'mail folder';

/** The real thing under the model's commands: engine, adapters, emulators and database, and the rules that always hold. */
export interface Real {
  scene: Scene;
  /** What the nth person remembers. */
  book(at: number): EditBook;
  /** Whether any person deleted it on either side. */
  isDeleted(name: string): boolean;
  /** Names that are not one thing of one mailbox: of meetings that a colleague was asked to, and of series. */
  shared: Set<string>;
  /** Names whose values and deletions nobody can foretell: their record went to another person, was merged, or its mailbox was reset. */
  forgotten: Set<string>;
  /** Names of Contacts that became one: which of their Outlook contacts stays is a person's choice. */
  merged: Set<string>;
  /** The same, and both sides may differ for good: what an undo took back on one side is not carried to the other. */
  parted: Set<string>;
  /** What is remembered of mails; null where they are not synced. */
  mails: MailBook | null;
  /** So many days ahead the calendar is synced now. */
  readonly ahead: number;
  /** The nth person, counted round. */
  person(at: number): ScenePerson;
  /** The Salesforce user that is not this one. */
  other(person: ScenePerson): string;
  /** A name that no other item has. */
  name(): string;
  now(): number;
  records(person: ScenePerson, kind: PlayedKind): Record<string, unknown>[];
  fault(fault: Fault): void;
  sync(person: ScenePerson): Promise<void>;
  /** Two workers at one mailbox, the second believing that the first is dead; who goes on when is drawn. */
  race(person: ScenePerson): Promise<void>;
  /** A run that dies at its call of that number. */
  kill(person: ScenePerson, at: number): Promise<void>;
  pause(person: ScenePerson, off: boolean): Promise<void>;
  answer(how: IssueAnswer): Promise<void>;
  /** Save in the pane. */
  save(person: ScenePerson, messageId: string): Promise<void>;
  /** Whether Salesforce takes this person's sign-in. */
  signIn(person: ScenePerson, taken: boolean): void;
  /** A setting of the organization. */
  window(daysAhead: number): Promise<void>;
  undo(person: ScenePerson, back: number): Promise<void>;
  reset(person: ScenePerson): Promise<void>;
  /** All processes end and others begin: nothing is left but what the database holds. */
  restart(): void;
  /** Whether Exchange has a mailbox for this person. */
  mailbox(person: ScenePerson, there: boolean): void;
  /** An edit in Outlook of which Graph tells, or would. */
  hint(person: ScenePerson, how: 'arrives' | 'is lost' | 'is doubled'): Promise<void>;
  rename(person: ScenePerson, what: Renamed): void;
  /** What a person does may mail people; that is not ours. */
  asPerson(act: () => void): void;
  /** Holds at any time: I3, I6, I9, I10, I12. */
  always(): Promise<void>;
  /** Faults off, questions answered with no, until nothing moves: then all the others. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}
