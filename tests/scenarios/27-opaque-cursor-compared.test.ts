import { afterEach, expect, it } from 'vitest';
import { minutes, openScene, outlookContact, type Scene, written } from '../scene/index.ts';

let scene: Scene;
afterEach(() => scene.close());

const cursorOf = async () =>
  (await scene.rows<{ cursor: string }>("SELECT cursor FROM collection WHERE side = 'outlook' AND object = 'contact'"))[0]?.cursor ?? '';

/** Twenty keeps the cursor that is greater as a string. Ours is bytes: what the provider gave last is kept, whatever it looks like. */
it('keeps the newest cursor even where it sorts before the old one, and gives it back byte by byte', async () => {
  const asked: string[] = [];
  const spell = { prefix: 'zzz' };
  scene = await openScene({
    wrap: (provider) =>
      provider.side === 'salesforce'
        ? provider
        : {
            ...provider,
            discover: (objects) => provider.discover(objects),
            get: (refs) => provider.get(refs),
            match: (query) => provider.match(query),
            write: (writes) => provider.write(writes),
            requests: provider.requests,
            async *read(requests) {
              const plain = requests.map(({ collection }) => {
                if (collection.cursor) asked.push(collection.cursor);
                return {
                  collection: { ...collection, cursor: collection.cursor?.slice(collection.cursor.indexOf('|') + 1) ?? null },
                };
              });
              for await (const page of provider.read(plain)) yield { ...page, cursor: page.cursor && `${spell.prefix}|${page.cursor}` };
            },
          },
  });
  const [ann] = scene.people;
  const { id } = ann!.mailbox.addContact(outlookContact('Dana', 'Ruiz'));
  await scene.settle();
  const first = await cursorOf();
  expect(first.startsWith('zzz|')).toBe(true);
  for (const prefix of ['aaa', 'zz', '9', 'ÿ.']) {
    spell.prefix = prefix;
    const before = await cursorOf();
    ann!.mailbox.updateContact(id, { jobTitle: `Title ${prefix}` });
    scene.advance(31 * minutes);
    asked.length = 0;
    expect(written(await scene.sync())).toBe(1);
    expect(asked).toContain(before);
    expect((await cursorOf()).startsWith(`${prefix}|`)).toBe(true);
  }
  expect(scene.records('Contact').map((row) => row.Title)).toEqual(['Title ÿ.']);
});
