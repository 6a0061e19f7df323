import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../runner/run-step.ts';

/** The project as it stands, uncommitted changes included, in a folder of its own; what is not under version control stays behind. */
export function copyProject(): { folder: string; remove(): void } {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  if (listed.status !== 0) throw new Error(`the files of the project could not be listed: ${listed.stderr}`);
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-guards-'));
  for (const file of listed.stdout.split('\0')) {
    if (file !== '' && file !== 'node_modules' && existsSync(join(root, file)))
      cpSync(join(root, file), join(folder, file), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
