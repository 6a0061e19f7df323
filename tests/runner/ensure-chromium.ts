import { spawnSync } from 'node:child_process';
import type { StepResult } from './run-step.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Path of a Chromium on PATH, or of CHROMIUM_PATH; undefined when there is none. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  for (const name of names) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
}

/** The surfaces are tested in a real Chromium: installed from the distribution where it is missing and we may. */
export async function ensureChromium(): Promise<StepResult> {
  if (!findChromium() && process.getuid?.() === 0) {
    spawnSync('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium openssl'], { stdio: 'inherit' });
  }
  const found = findChromium();
  return {
    name: 'Chromium',
    ok: found !== undefined,
    output: found ?? 'No Chromium on PATH. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.',
  };
}
