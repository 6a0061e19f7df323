export type Bytes = Uint8Array<ArrayBuffer>;

/** The body of an answer; null where it is longer than `most`: the rest is then not even fetched. */
export async function readBytes(response: Response, most?: number): Promise<Bytes | null> {
  if (most === undefined) return new Uint8Array(await response.arrayBuffer());
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    return null;
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > most) return null; // leaving the loop cancels the stream
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
