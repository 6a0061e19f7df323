import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useApp } from '../app/index.ts';
import type { Folds } from '../parts/index.ts';

const key = 'folds';
type Kept = Readonly<Record<string, boolean>>;

/** What this person left open, from the cache of this browser. Undefined until it was read, so that nothing opens and closes again. */
export const useFolds = (): Folds | undefined => {
  const app = useApp();
  const [kept, setKept] = useState<Kept | undefined>(undefined);
  // Two may be turned before the next rendering.
  const latest = useRef<Kept>({});
  useEffect(() => {
    void app.cache.read<Kept>(app.account.accountId, key).then((known) => {
      const value = known?.value ?? {};
      setKept((now) => now ?? value);
      // Written again as new: the cache lets go of what is oldest.
      if (known !== undefined) void app.cache.write(app.account.accountId, key, { value, at: app.service.now() });
    });
  }, [app]);
  return useMemo(() => {
    if (kept === undefined) return undefined;
    latest.current = kept;
    return {
      isOpen: (name) => kept[name],
      set: (name, open) => {
        latest.current = { ...latest.current, [name]: open };
        setKept(latest.current);
        void app.cache.write(app.account.accountId, key, { value: latest.current, at: app.service.now() });
      },
    };
  }, [app, kept]);
};
