import type { ObjectType, Row, Value } from '../../schema/index.ts';
import type { Org } from '../org.ts';
import type { Writer } from '../writer.ts';

/** A save under way. `values` is what was written, `next` the record as it will stand; beforeSave may change `next`. */
export interface Saving {
  org: Org;
  type: ObjectType;
  prior: Row | undefined;
  next: Record<string, Value>;
  values: Record<string, Value>;
  writer: Writer;
}

/** What one object does beyond its fields. */
export interface ObjectRules {
  beforeSave?(saving: Saving): void;
  afterSave?(saving: Saving): void;
  /** records that are deleted with this one */
  goesWith?(org: Org, row: Row): Row[];
}
