import { statesText } from '../../text/index.ts';
import { useText } from '../app/index.ts';

/** Grey lines of the heights that are about to come, so that nothing jumps. */
export const Skeleton = ({ lines }: { lines: readonly number[] }) => {
  const t = useText(statesText);
  return (
    <div class="stack" role="status">
      <span class="visually-hidden">{t('loading')}</span>
      {lines.map((height, index) => (
        <div key={index} class="skeleton" style={{ height: `${height}px`, width: index % 3 === 2 ? '60%' : '100%' }} />
      ))}
    </div>
  );
};
