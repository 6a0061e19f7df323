import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run-step.ts';

/** Every folder with a tsconfig of its own that holds source. */
export function typedFolders(): string[] {
  const configs = globSync('{core/*,service,sandbox,extension,office-addin,web,tests}/tsconfig.json', { cwd: root });
  const folders = configs.map((config) => dirname(config)).sort();
  return folders.filter(
    (folder) =>
      globSync('**/*.{ts,tsx}', { cwd: join(root, folder), exclude: (name) => name === 'node_modules' }).length > 0 &&
      existsSync(join(root, folder)),
  );
}
