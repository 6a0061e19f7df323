import type { Field } from './field.ts';
import { type ObjectType, objectType } from './object-type.ts';
import { account } from './objects/account.ts';
import { caseObject } from './objects/case.ts';
import { contact } from './objects/contact.ts';
import { contentDocument, contentDocumentLink, contentVersion } from './objects/content.ts';
import { emailMessage } from './objects/email-message.ts';
import { emailMessageRelation } from './objects/email-message-relation.ts';
import { event } from './objects/event.ts';
import { eventRelation } from './objects/event-relation.ts';
import { lead } from './objects/lead.ts';
import { opportunity } from './objects/opportunity.ts';
import { organization } from './objects/organization.ts';
import {
  group,
  installedPackage,
  permissionSet,
  permissionSetAssignment,
  profile,
  recordType,
  taskStatus,
  userEmailCalendarSync,
  userRole,
} from './objects/setup.ts';
import { task } from './objects/task.ts';
import { user } from './objects/user.ts';
import { userRecordAccess } from './objects/user-record-access.ts';

/** Every sObject of the org, in the order in which global describe lists them. */
const objectTypes: readonly ObjectType[] = [
  account,
  caseObject,
  contact,
  contentDocument,
  contentDocumentLink,
  contentVersion,
  emailMessage,
  emailMessageRelation,
  event,
  eventRelation,
  group,
  lead,
  opportunity,
  organization,
  installedPackage,
  permissionSet,
  permissionSetAssignment,
  profile,
  recordType,
  task,
  taskStatus,
  user,
  userEmailCalendarSync,
  userRecordAccess,
  userRole,
];

/** The org's own picture of its objects: the standard ones and the custom fields that were added to it. */
export class Schema {
  readonly types: readonly ObjectType[];
  readonly #byName: Map<string, ObjectType>;
  readonly #byPrefix: Map<string, ObjectType>;

  readonly #isOff: (name: string) => boolean;

  /** `isOff`: objects that a feature of the org brings, while it is switched off. */
  constructor(isOff: (name: string) => boolean = () => false) {
    this.#isOff = isOff;
    this.types = objectTypes.map((type) => objectType(type.name, type.prefix, [...type.fields], type));
    this.#byName = new Map(this.types.map((type) => [type.name.toLowerCase(), type]));
    this.#byPrefix = new Map(this.types.flatMap((type) => (type.prefix ? [[type.prefix, type] as const] : [])));
  }

  find(name: string): ObjectType | undefined {
    const type = this.#byName.get(name.toLowerCase());
    return type && this.#isOff(type.name) ? undefined : type;
  }
  /** What a describe of the org lists. */
  get shown(): readonly ObjectType[] {
    return this.types.filter((type) => !this.#isOff(type.name));
  }
  /** The sObject of an id, by its first three characters. */
  ofId(id: string): ObjectType | undefined {
    return this.#byPrefix.get(id.slice(0, 3));
  }
  /** Adds a field as an administrator does in Setup; a field that is there already stays as it is. */
  addField(type: ObjectType, added: Field): void {
    if (type.byName.has(added.name.toLowerCase())) return;
    type.fields.push(added);
    type.byName.set(added.name.toLowerCase(), added);
    if (added.relationshipName) type.byRelationship.set(added.relationshipName.toLowerCase(), added);
  }
}
