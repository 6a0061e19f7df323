import { BadInput } from './bad-input.ts';

const pattern = /^P(?=\d|T\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const units = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000];
const longest = 3660 * 86_400_000;

/** Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds. Years and months have no fixed length: refused. */
export function readDuration(text: string, where: string): number {
  const match = pattern.exec(text);
  if (!match)
    throw new BadInput(
      `"${text}" is not a duration`,
      where,
      'give an ISO 8601 duration in weeks, days, hours, minutes, seconds: PT31M, P1D, P2DT3H',
    );
  const milliseconds = units.reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
  if (milliseconds > longest) throw new BadInput(`"${text}" is more than ten years`, where, 'advance by less');
  return milliseconds;
}
