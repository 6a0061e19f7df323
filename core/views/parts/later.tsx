import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadLanguage, pickLocale, statesText } from '../../text/index.ts';
import { useHost, useText } from '../app/index.ts';
import { Skeleton } from './skeleton.tsx';

/** A part that is fetched, with its words, when it is first shown. */
export const later = <P extends object>(fetchPart: () => Promise<ComponentType<P>>): ComponentType<P> => {
  let known: ComponentType<P> | undefined;
  return (props: P) => {
    const host = useHost();
    const t = useText(statesText);
    const [Part, setPart] = useState(() => known);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      let gone = false;
      const load = async (): Promise<void> => {
        try {
          const part = await fetchPart();
          await loadLanguage(pickLocale(host.languages));
          known = part;
          if (!gone) setPart(() => part);
        } catch {
          // No way to the service that the page comes from.
          if (!gone) setFailed(true);
        }
      };
      if (known === undefined) void load();
      return () => {
        gone = true;
      };
    }, [host]);
    if (Part !== undefined) return <Part {...props} />;
    return failed ? <p class="small quiet">{t('not-fetched')}</p> : <Skeleton lines={[20, 20]} />;
  };
};
