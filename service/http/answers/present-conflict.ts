import type { z } from 'zod';
import type { ConflictKeep, conflict } from '../../../core/model/index.ts';
import type { ConflictRow } from '../ports/index.ts';

/** Whose value may be kept: of what waits any, of what is decided any other; what is being written right now takes no answer. */
export const answersToConflict = ({ state, hasBase, winner }: Pick<ConflictRow, 'state' | 'hasBase' | 'winner'>): ConflictKeep[] => {
  if (state !== 'waiting' && state !== 'decided' && state !== 'settled') return [];
  const all: ConflictKeep[] = hasBase ? ['outlook', 'salesforce', 'base'] : ['outlook', 'salesforce'];
  return all.filter((keep) => keep !== winner);
};

export const presentConflict = ({ customerId: _customer, ...row }: ConflictRow): z.input<typeof conflict> => ({
  ...row,
  answers: answersToConflict(row),
});
