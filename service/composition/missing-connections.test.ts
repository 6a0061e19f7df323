import { expect, it } from 'vitest';
import { missingConnections } from './missing-connections.ts';

const client = { id: 'a', secret: 'b' };

it('says for each side and for mail what is missing and which setting gives it', () => {
  const lines = missingConnections({ graphClient: null, salesforceClient: null, smtpUrl: null });
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('LOCKSTEP_GRAPH_CLIENT');
  expect(lines[1]).toContain('LOCKSTEP_SALESFORCE_CLIENT');
  expect(lines[2]).toContain('LOCKSTEP_SMTP_URL');
});

it('says nothing where all are configured', () => {
  expect(missingConnections({ graphClient: client, salesforceClient: client, smtpUrl: 'smtp://mail.example' })).toEqual([]);
});
