import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface StepResult {
  name: string;
  ok: boolean;
  output: string;
}

export const root = join(import.meta.dirname, '../..');

/** Runs one of the project's own command-line tools (node_modules/.bin) and keeps what it printed. */
export function runStep(name: string, tool: string, args: readonly string[]): Promise<StepResult> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts: string[] = [];
    child.stdout.on('data', (part) => parts.push(String(part)));
    child.stderr.on('data', (part) => parts.push(String(part)));
    child.on('error', (error) => resolve({ name, ok: false, output: error.message }));
    child.on('close', (code) => resolve({ name, ok: code === 0, output: parts.join('') }));
  });
}
