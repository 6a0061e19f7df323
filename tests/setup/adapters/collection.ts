import type { Collection, ObjectKind } from '../../../core/model/index.ts';

export const window = { start: '2026-11-01T00:00:00.000Z', end: '2027-02-01T00:00:00.000Z' };

/** A collection that was never read. */
export function collection(object: ObjectKind, remoteId: string, more: Partial<Collection> = {}): Collection {
  return {
    id: `${object}:${remoteId}`,
    side: 'outlook',
    object,
    remoteId,
    name: remoteId,
    cursor: null,
    phase: 'baseline',
    generation: 1,
    shape: '',
    reread: false,
    window: object === 'event' ? window : null,
    listedAt: null,
    discoveredAt: null,
    ...more,
  };
}
