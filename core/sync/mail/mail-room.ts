/** Portions of mails that one process holds at a time, each a few megabytes: however many mailboxes have mails to save, memory stays flat. */
const most = 3;

let free = most;
const waiting: (() => void)[] = [];

/** First come, first served. Answers with what gives the place back. */
export async function enterMailRoom(): Promise<() => void> {
  if (free > 0) free -= 1;
  else await new Promise<void>((go) => waiting.push(go));
  return () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
}
