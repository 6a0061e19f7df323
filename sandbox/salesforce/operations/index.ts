import type { Operation } from '../call.ts';
import { batch } from './batch.ts';
import { deleted, updated } from './changes.ts';
import { createMany, deleteMany, updateMany, upsertMany } from './collections.ts';
import { composite } from './composite.ts';
import { describeBasic, describeGlobal, describeOne } from './describe.ts';
import { getMany, getManyByUrl } from './get-many.ts';
import { getByExternalId, getRecord } from './get-record.ts';
import { limits } from './limits.ts';
import { query, queryAll, queryAllMore, queryMore } from './query.ts';
import { undelete } from './undelete.ts';
import { createOne, deleteOne, updateOne, upsertOne } from './write-record.ts';

/** Every emulated operation; of two whose paths fit, the first is meant. */
export const operations: readonly Operation[] = [
  query,
  queryAll,
  queryMore,
  queryAllMore,
  limits,
  composite,
  batch,
  describeGlobal,
  describeOne,
  describeBasic,
  updated,
  deleted,
  createMany,
  updateMany,
  deleteMany,
  getMany,
  getManyByUrl,
  upsertMany,
  createOne,
  getRecord,
  updateOne,
  deleteOne,
  getByExternalId,
  upsertOne,
  undelete,
];
