import type { Scene } from './open-scene.ts';

/** Cuts the next run off as the death of its process does, at one act; each answers with how the next process lives again. */
export const dying = (scene: () => Scene) => {
  type Opened = Awaited<ReturnType<Scene['parts']['providers']['open']>>;
  const withSalesforce = (act: (salesforce: Opened['salesforce']) => Partial<Opened['salesforce']>): (() => void) => {
    const { parts } = scene();
    const { providers } = parts;
    parts.providers = {
      open: async (...asked) => {
        const opened = await providers.open(...asked);
        return { ...opened, salesforce: { ...opened.salesforce, ...act(opened.salesforce) } };
      },
    };
    return () => {
      parts.providers = providers;
    };
  };
  return {
    /** At the handing over of a record, before Salesforce hears of it or after. */
    giving: (after: boolean) =>
      withSalesforce((salesforce) => ({
        give: async (given) => {
          if (after) await salesforce.give?.(given);
          throw new Error('killed');
        },
      })),
    /** At any other write to Salesforce. */
    writing: (after: boolean) =>
      withSalesforce((salesforce) => ({
        write: async function* (writes) {
          const answered = [];
          if (after) for await (const answers of salesforce.write(writes)) answered.push(answers);
          // Whatever Salesforce answered, nobody hears of it.
          yield* answered.slice(answered.length);
          throw new Error('killed');
        },
      })),
    /** Between a look at a record that was given for nothing and its tie to the item that a Team had. */
    tying(): () => void {
      const { parts } = scene();
      const { store } = parts;
      const savePlan: typeof store.savePlan = (lane, step, at) =>
        step.links.length > 0 && step.decisions.length === 0 ? Promise.reject(new Error('killed')) : store.savePlan(lane, step, at);
      parts.store = { ...store, savePlan };
      return () => {
        parts.store = store;
      };
    },
  };
};
