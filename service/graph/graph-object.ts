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
  discover(user: string, ask: Ask, first?: ReadonlySet<string>): Promise<CollectionSeed[]>;
  /** First page of a delta listing. */
  firstPage(user: string, collection: Collection, select: readonly string[] | null): string;
  /** The item's own address. */
  item(user: string, remoteId: string): string;
  /** Where new items are posted; `home` is what the object's own `home` found. */
  items(user: string, home?: string): string;
  /** Looks up the place of new items, where it is not the same in every mailbox. Asked once a lane, before the first create. */
  home?(user: string, ask: Ask): Promise<string>;
  /** The item with an id that finds it again, where its own does not; `path` is where it was read or written. */
  place?(item: unknown, path: string): unknown;
  /** Finds items by their stamp, where no $filter does: at the place of each key, null where there is none. */
  findStamped?(user: string, home: string, keys: readonly string[], ask: Ask): Promise<unknown[]>;
  /** Id of the folder that stands for deleted; asked once a lane, before the first look-up. */
  bin?(user: string, ask: Ask): Promise<string>;
  /** Where an item is read, with the properties asked for. */
  query(path: string, select: readonly string[] | null): string;
  /** $filter for one value, null where Graph has none for this key. */
  filter(by: MatchQuery['by'], value: string): string | null;
  /** Properties of a create beside its body, made from the intent's key. */
  createExtras(key: string): Record<string, unknown>;
  /** True where Graph itself makes a repeated create harmless. */
  createIsRepeatable: boolean;
}
