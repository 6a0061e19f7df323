import { useEffect, useState } from 'preact/hooks';
import type { OpenItem } from '../../host/index.ts';
import { useHost } from './use-app.ts';

/** The item open in Outlook, followed; undefined until Outlook has said. */
export const useOpenItem = (): OpenItem | null | undefined => {
  const { item } = useHost();
  const [open, setOpen] = useState<OpenItem | null | undefined>(undefined);
  useEffect(() => {
    if (item === null) return undefined;
    let stands = true;
    const read = async (): Promise<void> => {
      const found = await item.get();
      if (stands) setOpen(found);
    };
    void read();
    const stop = item.onChanged(() => void read());
    return () => {
      stands = false;
      stop();
    };
  }, [item]);
  return open;
};
