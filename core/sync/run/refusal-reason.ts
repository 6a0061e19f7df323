import type { Reason, SyncError } from '../../model/index.ts';

/** Salesforce's and Graph's own codes, as their answers carry them. */
const byCode: Readonly<Record<string, Reason>> = {
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'refused-by-rule',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'refused-by-rule',
  REQUIRED_FIELD_MISSING: 'field-required',
  STRING_TOO_LONG: 'field-too-long',
  DUPLICATES_DETECTED: 'refused-as-duplicate',
  DUPLICATE_VALUE: 'refused-as-duplicate',
  // Two records carry our key already (HTTP 300 where one is upserted alone): which of them is meant is for a person to say.
  DUPLICATE_EXTERNAL_ID: 'duplicate-candidates',
  HTTP_300: 'duplicate-candidates',
  INSUFFICIENT_ACCESS: 'no-permission',
  INSUFFICIENT_ACCESS_OR_READONLY: 'no-permission',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'no-permission',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'no-permission',
  ErrorAccessDenied: 'no-permission',
  'not-visible': 'no-permission',
  INACTIVE_OWNER_OR_USER: 'owner-inactive',
  OPERATION_WITH_INACTIVE_USER_NOT_ALLOWED: 'owner-inactive',
  OP_WITH_INVALID_USER_TYPE_EXCEPTION: 'owner-inactive',
  CANNOT_UPDATE_CONVERTED_LEAD: 'refused-by-rule',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'refused-by-rule',
  FIELD_INTEGRITY_EXCEPTION: 'refused-by-rule',
  INVALID_CROSS_REFERENCE_KEY: 'refused-by-rule',
  UNABLE_TO_LOCK_ROW: 'row-locked',
};

/** The reason under which a refused write is shown; the provider's own words stay in the detail. */
export function refusalReason(error: SyncError): Reason {
  if (error.kind === 'bug') return 'bug';
  // A record type that is not this user's is a matter of permissions, whatever its code.
  if ('fields' in error && error.fields.includes('RecordTypeId')) return 'no-permission';
  return byCode[error.code] ?? 'refused';
}
