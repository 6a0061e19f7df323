import type { Act } from './act.ts';

export interface GroupRow {
  id: string;
  customerId: string;
  name: string;
  members: number;
}

/** User groups. `wall` as in Directory. */
export interface Groups {
  list(
    wall: readonly string[],
    page: { customerIds: readonly string[]; after: { name: string; id: string } | undefined; limit: number },
  ): Promise<GroupRow[]>;
  group(wall: readonly string[], id: string): Promise<GroupRow | undefined>;
  /** Null where the customer has one of that name already, in whatever case. */
  create(customerId: string, name: string, act: Act): Promise<string | null>;
  /** False where the name is taken. */
  rename(wall: readonly string[], id: string, name: string, act: Act): Promise<boolean>;
  remove(wall: readonly string[], id: string, act: Act): Promise<void>;
  members(
    wall: readonly string[],
    id: string,
    page: { after: { name: string; id: string } | undefined; limit: number },
  ): Promise<{ id: string; name: string; email: string }[]>;
  setMember(wall: readonly string[], id: string, userId: string, member: boolean, act: Act): Promise<void>;
}
