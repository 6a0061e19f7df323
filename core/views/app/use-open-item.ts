import { useEffect, useState } from 'preact/hooks';
import type { OpenItem } from '../../host/index.ts';
import { useHost } from './use-app.ts';

/** A pinned pane is not always told that the item changed (office-js issues 6833, 2295): so it looks by itself too. No request. */
const lookEvery = 2_000;

/** The item open in Outlook, followed; undefined until Outlook has said. */
export const useOpenItem = (): OpenItem | null | undefined => {
  const host = useHost();
  const [open, setOpen] = useState<OpenItem | null | undefined>(undefined);
  useEffect(() => {
    const { item } = host;
    if (item === null) return undefined;
    let asked = 0;
    let shown = '';
    const read = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const found = await item.get();
      // An answer that was overtaken is of the item before.
      if (mine !== asked || JSON.stringify(found) === shown) return;
      shown = JSON.stringify(found);
      setOpen(found);
    };
    void read();
    const stops = [
      item.onChanged(() => void read()),
      host.clock.every(lookEvery, () => void read()),
      host.onVisible((visible) => {
        if (visible) void read();
      }),
    ];
    return () => {
      asked += 1;
      for (const stop of stops) stop();
    };
  }, [host]);
  return open;
};
