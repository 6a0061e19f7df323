import { asMaintenance } from './as-maintenance.ts';

/** Names of the master keys that the stored data keys are wrapped by; more than one only while a rotation is not finished. */
export function sealedWith(ownerUrl: string): Promise<string[]> {
  return asMaintenance(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>('SELECT DISTINCT master_key_id AS id FROM customer_key ORDER BY 1');
    return rows.map((row) => row.id);
  });
}
