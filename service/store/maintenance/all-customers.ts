import { asMaintenance } from './as-maintenance.ts';

/** Every customer of this installation, for a command that goes through all of them. */
export function allCustomers(ownerUrl: string): Promise<{ id: string; name: string }[]> {
  return asMaintenance(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>('SELECT id, name FROM customer ORDER BY name, id');
    return rows;
  });
}
