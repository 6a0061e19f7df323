import { expect, it } from 'vitest';
import type { Network } from './network-checks.ts';
import { networkChecks } from './network-checks.ts';
import { runChecks } from './run-checks.ts';

const good: Network = {
  lookup: async () => ['192.0.2.1'],
  connect: async () => undefined,
  handshake: async () => ({ protocol: 'TLSv1.3', issuer: 'Some CA', validTo: 'Dec 31 2026' }),
};
const broken = (code: string) => () => Promise.reject(Object.assign(new Error('no'), { code }));
const steps = async (address: string, network: Partial<Network>) => {
  const report = await runChecks('salesforce', networkChecks(address, 'Salesforce', { ...good, ...network }), () => 0);
  return report.steps.map((step) => `${step.key} ${step.result}${step.finding ? ` ${step.finding}` : ''} ${step.evidence ?? ''}`.trim());
};

it('passes name, door and certificate with what was seen', async () => {
  expect(await steps('https://acme.my.salesforce.com', {})).toEqual([
    'address passed https://acme.my.salesforce.com',
    'name passed 192.0.2.1',
    'reachable passed acme.my.salesforce.com:443',
    'secure passed TLSv1.3, issued by Some CA, valid to Dec 31 2026',
  ]);
});

it.each([
  ['http://acme.my.salesforce.com', {}, 'address failed address-invalid'],
  ['not an address', {}, 'address failed address-invalid'],
  ['https://nobody.example', { lookup: broken('ENOTFOUND') }, 'name failed name-unknown ENOTFOUND'],
  ['https://acme.example:8443', { connect: broken('ECONNREFUSED') }, 'reachable failed unreachable ECONNREFUSED'],
  ['https://acme.example', { handshake: broken('CERT_HAS_EXPIRED') }, 'secure failed tls-untrusted CERT_HAS_EXPIRED'],
])('%s ends at the first failure', async (address, network, line) => {
  const seen = await steps(address, network);
  const failed = seen.findIndex((step) => step.includes(' failed '));
  expect(seen[failed]).toContain(line);
  expect(seen.slice(failed + 1).every((step) => step.includes('not-reached'))).toBe(true);
});

it('skips the certificate on this machine', async () => {
  expect((await steps('http://127.0.0.1:4404', {})).at(-1)).toBe('secure skipped plain http on this machine');
});
