/** One message of a text/event-stream. */
export interface StreamMessage {
  id: string | null;
  event: string;
  data: string;
}

const fieldOf = (line: string): [name: string, value: string] => {
  const colon = line.indexOf(':');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
};

/**
 * Cuts text chunks into messages, by https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream.
 * `push` gives the messages that this chunk completed; comments (the heartbeat) give none.
 */
export const createEventStreamParser = (): { push(chunk: string): StreamMessage[] } => {
  let rest = '';
  let id: string | null = null;
  let event = '';
  let data: string[] = [];

  const finish = (): StreamMessage[] => {
    const message = { id, event: event || 'message', data: data.join('\n') };
    const empty = data.length === 0;
    event = '';
    data = [];
    return empty ? [] : [message];
  };
  const keep = (line: string): void => {
    const [name, value] = fieldOf(line);
    if (name === 'data') data.push(value);
    else if (name === 'event') event = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
  };

  return {
    push(chunk) {
      rest += chunk;
      const out: StreamMessage[] = [];
      // A carriage return at the very end may be the first half of CRLF: it waits for the next chunk.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === '') out.push(...finish());
        else keep(line);
      }
      return out;
    },
  };
};
