export { appendAudit } from './append-audit.ts';
export { canonicalJson } from './canonical-json.ts';
export { type AuditEntry, signHead } from './chain.ts';
export { type AuditVerdict, verifyAudit } from './verify-audit.ts';
