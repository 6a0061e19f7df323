import { formatAge, formatMoment } from '../../text/index.ts';
import { useLocale, useNow } from '../app/index.ts';

const toMilliseconds = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));

/** "2 min ago", kept up to date, with day and time on hover and for machines. `say` puts it into its sentence. */
export const Age = ({ at, say }: { at: string | number; say?: (age: string) => string }) => {
  const locale = useLocale();
  const now = useNow(15_000);
  const then = toMilliseconds(at);
  const age = formatAge(then, now, locale);
  return (
    <time dateTime={new Date(then).toISOString()} title={formatMoment(then, locale)}>
      {say === undefined ? age : say(age)}
    </time>
  );
};
