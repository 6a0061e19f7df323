import { expect, it } from 'vitest';
import { relativePath } from './relative-path.ts';

it.each([
  ['https://graph.microsoft.com/v1.0/users/a%40b/contacts/delta?$deltatoken=x%2By', '/users/a%40b/contacts/delta?$deltatoken=x%2By'],
  ['http://127.0.0.1:4404/v1.0/users/1/calendarView/delta?$skiptoken=R0usmc=', '/users/1/calendarView/delta?$skiptoken=R0usmc='],
  ['https://elsewhere.example/v1.0/users/1/contacts', '/users/1/contacts'],
])('%s', (link, path) => {
  expect(relativePath(link)).toBe(path);
});

it.each(['https://graph.microsoft.com/beta/users', '', 'javascript:alert(1)'])('refuses "%s"', (link) => {
  expect(() => relativePath(link)).toThrow(TypeError);
});
