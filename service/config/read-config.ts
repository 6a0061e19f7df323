import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { type Config, type ConfigName, configSchema } from './config-schema.ts';

/** A configuration that cannot be used: what, where, what to do. */
export class ConfigFailure extends Error {}

export const configFileName = 'lockstep.config.json';

/** LOCKSTEP_GRAPH_CLIENT for graphClient; DATABASE_URL and LOCKSTEP_DATA keep the names that everybody knows. */
export function environmentName(name: ConfigName): string {
  if (name === 'databaseUrl') return 'DATABASE_URL';
  return `LOCKSTEP_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/**
 * One configuration from, in rising order, defaults, lockstep.config.json in the working folder, environment and command line.
 * Objects and lists come as JSON in the environment.
 *
 * @throws ConfigFailure naming every wrong value, where it came from and what it must be
 */
export function readConfig(options: {
  folder: string;
  environment: Readonly<Record<string, string | undefined>>;
  arguments: Partial<Record<ConfigName, unknown>>;
}): Config {
  const fromFile = readFile(join(options.folder, configFileName));
  const fromEnvironment = readEnvironment(options.environment);
  const merged = { ...fromFile, ...fromEnvironment, ...withoutUndefined(options.arguments) };
  const read = configSchema.safeParse(merged);
  if (!read.success) throw new ConfigFailure(explain(read.error, { fromFile, fromEnvironment }));
  return { ...read.data, data: resolve(options.folder, read.data.data) };
}

function readFile(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (content && typeof content === 'object' && !Array.isArray(content)) return content as Record<string, unknown>;
  } catch (error) {
    throw new ConfigFailure(`${file} is not JSON: ${(error as Error).message}. Mend it or remove it.`);
  }
  throw new ConfigFailure(`${file} must hold one JSON object, such as {"port": 4400}.`);
}

function readEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(configSchema.shape) as ConfigName[]) {
    const text = environment[environmentName(name)];
    if (text === undefined || text === '') continue;
    found[name] = /^[[{]/.test(text) ? parseJson(environmentName(name), text) : text;
  }
  return found;
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigFailure(`The environment variable ${name} begins like JSON but is none. Check its quotes and brackets.`);
  }
}

function withoutUndefined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Values are not shown: one of them may be a secret. */
function explain(error: z.ZodError, seen: { fromFile: object; fromEnvironment: object }): string {
  const lines = error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys')
      return `  ${issue.keys.join(', ')} in ${configFileName}: no such setting. See the table in README.md.`;
    const name = String(issue.path[0] ?? '') as ConfigName;
    const where =
      name in seen.fromEnvironment ? `environment ${environmentName(name)}` : name in seen.fromFile ? configFileName : 'command line';
    return `  ${issue.path.join('.')} (${where}): ${issue.message}`;
  });
  return `The configuration cannot be used:\n${lines.join('\n')}`;
}
