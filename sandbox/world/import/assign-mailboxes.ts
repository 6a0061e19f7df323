import { tenant } from '../../identity/index.ts';
import type { ExportFile } from './list-exports.ts';

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Whose mailbox (and Salesforce user) a file belongs to. Sub-folders of the first level that are named by an e-mail address are one
 * mailbox each, and files outside of them go to the first of these; where no sub-folder is named so, all goes to one mailbox.
 */
export function assignMailboxes(files: ExportFile[]): { addresses: string[]; ownerOf: (path: string) => string } {
  const named = [
    ...new Set(
      files
        .map(({ path }) => path.split('/')[0] ?? '')
        .filter((name) => address.test(name) && files.some(({ path }) => path.startsWith(`${name}/`))),
    ),
  ];
  const first = named[0] ?? `import@${tenant.domain}`;
  return {
    addresses: named.length > 0 ? named.map((name) => name.toLowerCase()) : [first],
    ownerOf: (path) => (named.find((name) => path.startsWith(`${name}/`)) ?? first).toLowerCase(),
  };
}
