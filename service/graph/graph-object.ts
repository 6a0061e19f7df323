import type { Collection, ObjectKind } from '../../core/model/index.ts';
import type { CollectionSeed, MatchQuery } from '../../core/sync/index.ts';
import type { GraphRequest } from './graph-request.ts';

/** Sends reads and gives their bodies in the same order; throws SyncFailure where one failed for good. */
export type Ask = (requests: readonly GraphRequest[]) => Promise<unknown[]>;

/**
 * What Graph wants differently for one object kind. Paths are relative to the version root; `user` is "/users/{mailbox}", `select` the
 * properties to ask for (null: all).
 */
export interface GraphObject {
  kind: ObjectKind;
  discover(user: string, ask: Ask): Promise<CollectionSeed[]>;
  /** First page of a delta listing. */
  firstPage(user: string, collection: Collection, select: readonly string[] | null): string;
  /** The item's own address. */
  item(user: string, remoteId: string): string;
  /** Where new items are posted. */
  items(user: string): string;
  /** Where an item is read, with the properties asked for. */
  query(path: string, select: readonly string[] | null): string;
  /** $filter for one value, null where Graph has none for this key. */
  filter(by: MatchQuery['by'], value: string): string | null;
  /** Properties of a create beside its body, made from the intent's key. */
  createExtras(key: string): Record<string, unknown>;
  /** True where Graph itself makes a repeated create harmless. */
  createIsRepeatable: boolean;
}
