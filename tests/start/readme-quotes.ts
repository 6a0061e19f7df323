import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const rows = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  .split('\n')
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')))
  .filter((cells) => cells.length === 5);

/**
 * What README's table of commands says one then sees: the quoted outputs in the row of a command, as patterns. A number stands for any number,
 * FILE, N and T for anything, three dots for what is left out.
 */
export function readmeQuotes(command: string): RegExp[] {
  const row = rows.find(([, commands]) => commands?.split(', ').includes(`\`${command}\``));
  const quotes = [...(row?.[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, quote = '']) => quote);
  if (quotes.length === 0) throw new Error(`README quotes nothing that ${command} prints`);
  return quotes.map(asPattern);
}

function asPattern(quote: string): RegExp {
  const literal = quote.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const open = literal
    .replaceAll(/\b(FILE|N|T)\b/g, '.+')
    .replaceAll(String.raw`\.\.\.`, '.*')
    .replaceAll(/\d[\d,]*/g, String.raw`[\d,]+`)
    .replaceAll(' ', ' +');
  return new RegExp(open);
}
