import { z } from 'zod';

/** What the records of an object are to people who do not own them. */
const sharing = z.enum(['Private', 'Read', 'ReadWrite', 'ControlledByParent']);

/** True of a record = it is refused, as a Salesforce validation rule's formula. */
const validationRule = z.strictObject({
  object: z.string().min(1),
  field: z.string().min(1),
  operator: z.enum(['equals', 'not-equals', 'contains', 'starts-with', 'less-than', 'greater-than', 'longer-than', 'blank', 'not-blank']),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  message: z.string().min(1),
  /** shown in `fields` of the error; without it the error is the page's */
  errorField: z.string().optional(),
});
export type ValidationRule = z.infer<typeof validationRule>;

/** A create (or an update of one of these fields) that equals another record in all of them is refused, or let pass with allowSave. */
const duplicateRule = z.strictObject({
  object: z.string().min(1),
  fields: z.array(z.string().min(1)).min(1),
  action: z.enum(['alert', 'block']).default('alert'),
  name: z.string().default('Standard_Duplicate_Rule'),
});
export type DuplicateRule = z.infer<typeof duplicateRule>;

/** Who may only read a field, or not even see it: the users named, all of a profile, or everybody where neither is given. */
const fieldSecurity = z.strictObject({
  object: z.string().min(1),
  field: z.string().min(1),
  access: z.enum(['none', 'read']),
  users: z.array(z.string().min(1)).optional(),
  profile: z.string().min(1).optional(),
});

export type FieldSecurity = z.infer<typeof fieldSecurity>;

/** A record type of an object, and who may use it: the users named, all of a profile, or everybody where neither is given. */
const recordType = z.strictObject({
  object: z.string().min(1),
  id: z.string().regex(/^012[A-Za-z0-9]{15}$/, 'a record type id has 18 characters and begins with 012'),
  name: z.string().min(1),
  users: z.array(z.string().min(1)).optional(),
  profile: z.string().min(1).optional(),
});

/** New records of an object are given to somebody, as a trigger or an assignment rule does; whoever saves them. */
const assignment = z.strictObject({ object: z.string().min(1), owner: z.string().min(1) });

export const orgSettings = z.strictObject({
  sharing: z.record(z.string(), sharing),
  /** API requests in 24 hours */
  dailyLimit: z.int().nonnegative(),
  multiDayEvents: z.boolean(),
  /** off: no EmailMessage but of a case; mails are Tasks */
  enhancedEmail: z.boolean(),
  /** Einstein Activity Capture is switched on: its configurations are an object */
  activityCapture: z.boolean(),
  validationRules: z.array(validationRule),
  duplicateRules: z.array(duplicateRule),
  fieldSecurity: z.array(fieldSecurity).optional(),
  recordTypes: z.array(recordType).optional(),
  assignments: z.array(assignment).optional(),
  /** lifetime of an access token that is not used */
  sessionMinutes: z.int().positive(),
});
export type OrgSettings = z.infer<typeof orgSettings>;

export const initialSettings: OrgSettings = {
  sharing: {
    Account: 'Read',
    Contact: 'Read',
    Lead: 'ReadWrite',
    Opportunity: 'Read',
    Case: 'ReadWrite',
    Event: 'Private',
    Task: 'Private',
  },
  dailyLimit: 100_000,
  multiDayEvents: true,
  enhancedEmail: true,
  activityCapture: false,
  validationRules: [],
  duplicateRules: [],
  sessionMinutes: 120,
};
