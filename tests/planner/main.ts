import { writeFileSync } from 'node:fs';
import { page } from './page.ts';

/** `npm run planner-table`: writes the planner's decision table down as a page. */
writeFileSync(new URL('../../docs/planner-table.md', import.meta.url), page());
