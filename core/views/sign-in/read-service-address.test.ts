import { expect, test } from 'vitest';
import { readServiceAddress } from './read-service-address.ts';

test.each([
  ['https://sync.example.com', { address: 'https://sync.example.com' }],
  [' sync.example.com/console/ ', { address: 'https://sync.example.com' }],
  ['https://sync.example.com:8443/x', { address: 'https://sync.example.com:8443' }],
  ['http://127.0.0.1:4400', { address: 'http://127.0.0.1:4400' }],
  ['http://localhost:4400/', { address: 'http://localhost:4400' }],
  ['http://sync.example.com', { problem: 'insecure' }],
  ['http://127.0.0.1.example.com', { problem: 'insecure' }],
  ['https://user:secret@sync.example.com', { problem: 'invalid' }],
  ['javascript:alert(1)', { problem: 'invalid' }],
  ['ftp://sync.example.com', { problem: 'invalid' }],
  ['', { problem: 'invalid' }],
  ['two words', { problem: 'invalid' }],
])('"%s" is read as %j', (text, read) => {
  expect(readServiceAddress(text)).toEqual(read);
});
