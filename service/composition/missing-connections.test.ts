import { expect, it } from 'vitest';
import { missingConnections } from './missing-connections.ts';

const client = { id: 'a', secret: 'b' };

it('says for each side what is missing and which setting gives it', () => {
  const lines = missingConnections({ graphClient: null, salesforceClient: null });
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('LOCKSTEP_GRAPH_CLIENT');
  expect(lines[1]).toContain('LOCKSTEP_SALESFORCE_CLIENT');
});

it('says nothing where both are configured', () => {
  expect(missingConnections({ graphClient: client, salesforceClient: client })).toEqual([]);
});
