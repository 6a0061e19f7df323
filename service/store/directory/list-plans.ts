import type { Transaction } from '../transaction.ts';
import type { NamePage } from './places.ts';
import { withinValues } from './within.ts';

export interface PlanRow {
  id: string;
  customerId: string;
  name: string;
  enabled: boolean;
  intervalSeconds: number;
}

/** Sees a plan: who sees its customer, or one of that customer's organizations or users. */
const list = `
  SELECT p.id, p.customer_id AS "customerId", p.name, p.enabled, p.interval_seconds AS "intervalSeconds" FROM plan p
   WHERE (p.customer_id = ANY ($1::uuid[]) OR p.customer_id IN (SELECT customer_id FROM organization WHERE id = ANY ($2::uuid[]))
          OR p.customer_id IN (SELECT customer_id FROM "user" WHERE id = ANY ($3::uuid[])))
     AND ($4::uuid IS NULL OR p.customer_id = $4)
     AND ($6::uuid IS NULL OR (lower(p.name) COLLATE "C", p.id) > (lower($5) COLLATE "C", $6))
   ORDER BY lower(p.name) COLLATE "C", p.id LIMIT $7`;

export const listPlans = ({ query }: Transaction, page: NamePage & { customerId?: string | undefined }): Promise<PlanRow[]> =>
  query<PlanRow>(list, [
    ...withinValues(page.within),
    page.customerId ?? null,
    page.after?.name ?? null,
    page.after?.id ?? null,
    page.limit,
  ]);
