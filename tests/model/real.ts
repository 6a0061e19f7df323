import type { IssueAnswer } from '../../core/model/index.ts';
import type { Fault } from '../../sandbox/faults/faults.ts';
import type { Scene, ScenePerson } from '../scene/index.ts';
import type { EditBook } from './edit-book.ts';
import type { PlayedKind } from './played-kinds.ts';

/** The real thing under the model's commands: engine, adapters, emulators and database, and the rules that always hold. */
export interface Real {
  scene: Scene;
  /** What the nth person remembers. */
  book(at: number): EditBook;
  /** Names of meetings that a colleague was asked to: whose word counts there is not a matter of one mailbox. */
  shared: Set<string>;
  /** The nth person, counted round. */
  person(at: number): ScenePerson;
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
  /** What a person does may mail people; that is not ours. */
  asPerson(act: () => void): void;
  /** Holds at any time: I3, I6, I9, I10, I12. */
  always(): Promise<void>;
  /** Faults off, questions answered with no, until nothing moves: then all the others. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}
