import type { GroupRow, Groups } from '../../service/http/index.ts';
import { world } from './people.ts';

/** User groups in memory, one for each customer, with the wall of the real ones. */
export const createFakeGroups = (changes: string[]): Groups => {
  const rows: GroupRow[] = world.groups.map((id, index) => ({ id, customerId: world.customers[index] ?? '', name: 'Sales', members: 1 }));
  return {
    list: async (wall, page) => rows.filter((row) => wall.includes(row.customerId) && page.customerIds.includes(row.customerId)),
    group: async (wall, id) => rows.find((row) => row.id === id && wall.includes(row.customerId)),
    async create(customerId, name) {
      changes.push(`createGroup ${name}`);
      return rows.find((row) => row.customerId === customerId)?.id ?? null;
    },
    async rename(_wall, id, name) {
      changes.push(`renameGroup ${id} ${name}`);
      return true;
    },
    async remove(_wall, id) {
      changes.push(`removeGroup ${id}`);
    },
    members: async () => [],
    async setMember(_wall, id, userId, member) {
      changes.push(`setMember ${id} ${userId} ${member}`);
    },
  };
};
