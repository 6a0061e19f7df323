/** Where the last answer is kept: null = no policy names an address, undefined = never asked. */
export interface PolicyMemory {
  get(): Promise<string | null | undefined>;
  set(url: string | null): Promise<void>;
}

/**
 * The service's address by the company's policy. Chrome answers a question about policies only once it has read them all, some three
 * seconds after its start (measured, Chromium 156): a page shows what was answered last time meanwhile, and waits only where nothing ever was.
 */
export async function policyAddress(ask: () => Promise<string | undefined>, memory: PolicyMemory): Promise<() => string | undefined> {
  let known = await memory.get();
  const fresh = ask().then(async (url) => {
    const changed = known !== (url ?? null);
    known = url ?? null;
    if (changed) await memory.set(known);
  });
  if (known === undefined) await fresh;
  return () => known ?? undefined;
}
