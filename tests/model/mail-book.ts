import type { Mailbox } from '../../sandbox/graph/index.ts';
import type { ScenePerson } from '../scene/index.ts';

type Message = ReturnType<Mailbox['messages']>[number];

/** The folder whose mails go to Salesforce. */
const mailFolder = 'Salesforce Emails';
const otherName = 'Old mails';
/** Where a person may file a mail; the last two are as good as thrown away. */
export const places = ['inbox', 'archive', 'sentitems', 'deleteditems', 'junkemail'] as const;
const thrown: readonly string[] = ['deleteditems', 'junkemail'];

export interface KnownMail {
  /** Message-ID, the same in every mailbox. */
  id: string;
  /** Somebody asked for it at some time: by category, folder or Save. */
  asked: boolean;
  /** A person deleted its record in Salesforce. */
  unwanted: boolean;
}

export interface Copy {
  item: Message;
  place: string;
  /** Marked by category or folder, and not thrown away. */
  marked: boolean;
}

/** What is remembered of mails: their Message-IDs, and whether anybody asked for them. */
export class MailBook {
  readonly mails = new Map<string, KnownMail>();
  readonly #moved = new Set<string>();
  readonly #folders = new Map<string, string>();
  /** Whose marked folder is called otherwise now. */
  readonly #renamed = new Set<ScenePerson>();
  wasRenamed = false;
  /** Remote ids of copies that a person saved by hand. */
  readonly saved = new Set<string>();

  /** The marked folder of each is there from the start, for one that is made later is found within a day. */
  constructor(people: readonly ScenePerson[]) {
    for (const { mailbox, address } of people) this.#folders.set(address, mailbox.addMailFolder(mailFolder).id);
  }
  /** The marked folder of that mailbox. */
  folderOf({ address }: ScenePerson): string {
    return String(this.#folders.get(address));
  }
  /** The marked folder gets a name that marks nothing, or its own again. */
  rename(person: ScenePerson): void {
    const marks = this.#renamed.delete(person);
    if (!marks) this.#renamed.add(person);
    this.wasRenamed = true;
    person.mailbox.places.renameMailFolder(this.folderOf(person), marks ? mailFolder : otherName);
  }
  /**
   * There and back between two looks is told as a removal alone (graph-docs#21752): only the weekly listing finds such a mail, so nobody can
   * foretell whether it is saved when all is quiet.
   */
  moved(id: string): void {
    const mail = this.mails.get(id);
    if (mail && this.#moved.has(id)) mail.unwanted = true;
    this.#moved.add(id);
  }
  received(id: string, asked: boolean): void {
    this.mails.set(id, { id, asked, unwanted: false });
  }
  asked(id: string): void {
    const mail = this.mails.get(id);
    if (mail) mail.asked = true;
  }
  /** From now on nobody can foretell whether the mails of until now are saved; once each at most. */
  forget(): void {
    for (const mail of this.mails.values()) mail.unwanted = true;
  }
  copies(person: ScenePerson): Copy[] {
    const own = this.folderOf(person);
    return [...places, own].flatMap((place) =>
      person.mailbox.messages(place).map((item) => {
        const wish =
          (place === own && !this.#renamed.has(person)) || (item.categories as string[] | undefined)?.includes('Salesforce') === true;
        return { item, place, marked: wish && !thrown.includes(place) };
      }),
    );
  }
}

export const messageIdOf = (item: Message): string => String(item.internetMessageId);
