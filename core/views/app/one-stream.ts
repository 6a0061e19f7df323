import type { LiveEvent } from '../../contract/client/index.ts';
import type { Host } from '../../host/index.ts';

/** What the page that follows tells the others; `asked` is a page that has just opened. */
type Said = { event: LiveEvent } | { live: boolean } | { asked: true };

interface StreamParts {
  /** Follows the service's stream until the signal aborts or the service refuses it. */
  follow(stop: AbortSignal, hear: (event: LiveEvent) => void, onLive: (live: boolean) => void): Promise<void>;
  hear(event: LiveEvent): void;
  onLive(live: boolean): void;
}

/**
 * One stream for all pages of a browser: without HTTP/2 a browser holds six connections to a server and a stream keeps one of them, so that
 * the sixth open page would have left none for anything else. One page follows and tells the others; when it closes, is hidden or dies,
 * the next goes on where it stopped.
 */
export const createOneStream = (host: Pick<Host, 'exclusive' | 'channel'>, name: string, parts: StreamParts) => {
  let running: AbortController | undefined;

  const start = (): void => {
    if (running !== undefined) return;
    const stop = new AbortController();
    running = stop;
    let follows = false;
    let live = false;
    const turn = (now: boolean): void => {
      live = now;
      parts.onLive(now);
    };
    const channel = host.channel(name, (heard) => {
      const said = heard as Said;
      if ('asked' in said) {
        if (follows) channel.tell({ live });
        // A browser without locks lets every page follow: then each has heard it already.
      } else if (!follows && !stop.signal.aborted) {
        if ('live' in said) turn(said.live);
        else parts.hear(said.event);
      }
    });
    const lead = async (): Promise<void> => {
      follows = true;
      const hear = (event: LiveEvent): void => {
        parts.hear(event);
        channel.tell({ event });
      };
      await parts.follow(stop.signal, hear, (now) => {
        // A page that came back has another run by now.
        if (stop.signal.aborted) return;
        turn(now);
        channel.tell({ live: now });
      });
      follows = false;
    };
    stop.signal.addEventListener('abort', () => {
      if (follows) channel.tell({ live: false });
      channel.close();
      turn(false);
    });
    channel.tell({ asked: true });
    // Rejected only where the page stopped before it was its turn.
    host.exclusive(name, lead, stop.signal).catch(() => undefined);
  };
  return {
    start,
    stop: (): void => {
      running?.abort();
      running = undefined;
    },
  };
};
