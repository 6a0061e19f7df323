export { laneStore } from './lane-store/lane-store.ts';
export { type DatabaseOptions, type OpenDatabase, openDatabase } from './open-database.ts';
export * from './schema/index.ts';
export { secretRows } from './secret-store/secret-rows.ts';
export * from './server/index.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
export type { Transaction } from './transaction.ts';
export { uuidV7 } from './uuid-v7.ts';
