import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventStreamParser } from './parse-event-stream.ts';

const whole = (text: string) => createEventStreamParser().push(text);

test('a message has its id, its event name and its data lines joined', () => {
  expect(whole('id: 7\nevent: ready\ndata: a\ndata: b\n\n')).toEqual([{ id: '7', event: 'ready', data: 'a\nb' }]);
});

test('the heartbeat is a comment and gives no message', () => {
  expect(whole(': still here\n\n')).toEqual([]);
});

test('an id stays for the messages after it', () => {
  expect(whole('id: 7\ndata: a\n\ndata: b\n\n').map((message) => message.id)).toEqual(['7', '7']);
});

test('it does not matter where the network cuts the stream', () => {
  const text = 'id: 1\r\ndata: {"a":1}\r\n\r\n: beat\n\nid: 2\ndata: zwei\n\n';
  fc.assert(
    fc.property(fc.array(fc.nat(text.length)), (cuts) => {
      const parser = createEventStreamParser();
      const places = [0, ...cuts.sort((a, b) => a - b), text.length];
      const messages = places.slice(1).flatMap((end, index) => parser.push(text.slice(places[index], end)));
      expect(messages).toEqual(whole(text));
    }),
  );
});
