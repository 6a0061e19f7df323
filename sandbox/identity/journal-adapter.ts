import type { Table } from '../world/table.ts';
import type { World } from '../world/world.ts';

export interface StoredModel {
  payload: Record<string, unknown> & { accountId?: string; clientId?: string; grantId?: string; uid?: string; consumed?: number };
  /** milliseconds since 1970, real time */
  expires?: number;
  /** AADSTS number that its owner hears from now on: the administrator revoked or expired it */
  dead?: number;
}

export const storedModels = (world: World, model: string): Table<StoredModel> => world.table<StoredModel>(`identity.${model}`);

/** oidc-provider's storage over the world's tables, so that a restart signs nobody out. Real time, as all of sign-in. */
export function createJournalAdapter(world: World) {
  return class JournalAdapter {
    readonly table: Table<StoredModel>;

    constructor(model: string) {
      this.table = storedModels(world, model);
    }
    async upsert(id: string, payload: StoredModel['payload'], expiresIn?: number): Promise<void> {
      this.table.set(id, { payload, ...(expiresIn ? { expires: Date.now() + expiresIn * 1000 } : {}) });
    }
    async find(id: string): Promise<StoredModel['payload'] | undefined> {
      const row = this.table.get(id);
      if (row?.expires !== undefined && row.expires < Date.now()) {
        this.table.delete(id);
        return undefined;
      }
      return row?.payload;
    }
    async findByUid(uid: string): Promise<StoredModel['payload'] | undefined> {
      for (const row of this.table.values()) if (row.payload.uid === uid) return row.payload;
      return undefined;
    }
    async findByUserCode(): Promise<undefined> {
      return undefined;
    }
    async consume(id: string): Promise<void> {
      const row = this.table.get(id);
      if (row) this.table.set(id, { ...row, payload: { ...row.payload, consumed: Math.floor(Date.now() / 1000) } });
    }
    async destroy(id: string): Promise<void> {
      this.table.delete(id);
    }
    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [id, row] of [...this.table.entries()]) if (row.payload.grantId === grantId) this.table.delete(id);
    }
  };
}
