/** `node tests/corpora/main.ts DATA`: where every item of the running world is, as a table; exit code 1 where one is unaccounted for. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { accountForItems, sayAccounts } from './account-for-items.ts';
import { readBooks } from './read-books.ts';
import { readImport, readWorldItems } from './read-world-items.ts';

const data = resolve(process.argv[2] ?? '.lockstep');
const { world } = JSON.parse(readFileSync(join(data, 'ready.json'), 'utf8')) as { world: string };
const { imported, refused, partly } = await readImport(world);
const accounts = accountForItems(await readWorldItems(world), await readBooks(data));
const counts = Object.entries(imported).map(([kind, count]) => `${count} ${kind}`);
console.log(
  `imported ${counts.join(', ')}; ${refused.length} left out and ${partly.length} not whole, with reasons\n\n${sayAccounts(accounts)}`,
);
process.exitCode = accounts.some((account) => account.unaccounted.length > 0) ? 1 : 0;
