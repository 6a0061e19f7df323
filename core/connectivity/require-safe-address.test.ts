import { describe, expect, it } from 'vitest';
import { requireSafeAddress } from './require-safe-address.ts';

describe('the address of a provider', () => {
  it.each([
    'https://graph.microsoft.com',
    'https://acme.my.salesforce.com/',
    'https://graph.microsoft.us:8443/base',
    'http://127.0.0.1:4404',
    'http://localhost:4404/',
    'http://[::1]:4404',
    'http://127.8.8.8',
    'http://salesforce.localhost:80',
  ])('may be %s', (address) => {
    expect(() => requireSafeAddress(address, 'it')).not.toThrow();
  });

  it.each([
    'http://graph.microsoft.com',
    'http://10.0.0.1',
    'http://127.0.0.1.evil.example',
    'http://localhost@evil.example',
    'http://localhost:80@evil.example',
    'http://localhost\\@evil.example',
    'ftp://localhost',
    'graph.microsoft.com',
    'https://user:secret@host',
    'https://host/?x=1',
    '',
  ])('may not be "%s", and says why', (address) => {
    expect(() => requireSafeAddress(address, 'the address of Microsoft Graph')).toThrow(/^the address of Microsoft Graph is /);
  });
});
