import type { History, SettingChangeRow } from '../../service/http/index.ts';
import { world } from './people.ts';

const change = (number: number): SettingChangeRow => ({
  id: world.changes[number - 1] ?? '',
  customerId: number === 4 ? world.customers[1] : world.customers[0],
  level: 'user',
  levelId: world.users[number - 1] ?? '',
  key: 'contact.up',
  before: { value: false, mayAdjust: true },
  after: null,
  actorEmail: 'admin@example.com',
  onBehalfOf: null,
  undoes: null,
  undone: false,
  at: '2026-11-22T11:55:00.000Z',
});

/** History in memory: a change of one setting for each user, and an item that one session wrote to. */
export const createFakeHistory = (more: readonly SettingChangeRow[] = []): History => {
  const changes = [...[1, 2, 3, 4].map(change), ...more];
  return {
    item: async () => ({ link: null, items: [], entries: [], people: new Map() }),
    settingChanges: async (wall, place) => changes.filter((one) => wall.includes(one.customerId) && one.levelId === place.id),
    settingChange: async (wall, id) => changes.find((one) => one.id === id && wall.includes(one.customerId)),
  };
};
