/**
 * The little of `fetch` that the client needs, in words of its own: this folder is compiled without the DOM. Declared as methods so that
 * the platform's own `fetch` fits.
 */
export interface ClientRequest {
  method?: string;
  headers?: unknown;
  body?: unknown;
  signal?: unknown;
  credentials?: unknown;
  cache?: unknown;
}

export interface ByteReader {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

export interface ClientAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): ByteReader } | null;
  text(): Promise<string>;
}

/** An AbortSignal. */
export interface Signal {
  readonly aborted: boolean;
}

export interface Transport {
  fetch(url: string, init?: ClientRequest): Promise<ClientAnswer>;
}

/** One request with the token put in, and asked again once with a fresh token after a 401. */
export type Send = (
  method: string,
  address: string,
  headers: Record<string, string>,
  body: string | undefined,
  signal?: Signal,
) => Promise<ClientAnswer>;
