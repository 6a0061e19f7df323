import { caseRules } from './case-rules.ts';
import { contentDocumentRules } from './content-document-rules.ts';
import { contentVersionRules } from './content-version-rules.ts';
import { emailMessageRelationRules } from './email-message-relation-rules.ts';
import { emailMessageRules } from './email-message-rules.ts';
import { eventRelationRules } from './event-relation-rules.ts';
import { eventRules } from './event-rules.ts';
import type { ObjectRules } from './object-rules.ts';
import { personRules } from './person-rules.ts';
import { taskRules } from './task-rules.ts';
import { userRules } from './user-rules.ts';

const none: ObjectRules = {};
const rules: Record<string, ObjectRules> = {
  Case: caseRules,
  Contact: personRules,
  ContentDocument: contentDocumentRules,
  ContentVersion: contentVersionRules,
  EmailMessage: emailMessageRules,
  EmailMessageRelation: emailMessageRelationRules,
  Event: eventRules,
  EventRelation: eventRelationRules,
  Lead: personRules,
  Task: taskRules,
  User: userRules,
};

export function rulesOf(typeName: string): ObjectRules {
  return rules[typeName] ?? none;
}
