import type { AuditVerdict } from '../store/index.ts';

const faults: Record<Extract<AuditVerdict, { intact: false }>['fault'], string> = {
  edited: 'was changed after it was written',
  missing: 'is missing',
  moved: 'does not follow the one before it',
  cut: 'and what follows was cut off',
  'head-forged': 'ends the log without our signature (another master key, or a forged end)',
};

/** One line for one customer's audit log. */
export function sayVerdict({ id, name }: { id: string; name: string }, verdict: AuditVerdict): string {
  const who = `${name} (${id})`;
  if (verdict.intact) return `${who}: intact, ${verdict.entries} entries`;
  return `${who}: NOT intact. Entry ${verdict.firstBad} ${faults[verdict.fault]}; the ${verdict.entries} before it are as they were written. Compare with a backup: npm run restore into an empty folder.`;
}
