import { expect, test } from 'vitest';
import { objectMaps } from '../../mapping/index.ts';
import { ownedFields } from './owned-fields.ts';

test.each(['contact', 'event', 'task'] as const)('every field of a %s that travels both ways can have an owner, and no other', (object) => {
  const both = objectMaps[object].fields.filter(({ held, travels }) => held === 'both' && travels === 'both').map(({ name }) => name);
  expect(ownedFields[object]).toEqual(both);
});
