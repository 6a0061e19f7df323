import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';

type Write = (handle: number, bytes: Buffer, from: number) => number;

/**
 * A file that is only added to, whole texts at a time. Where the disk is full the text is kept and comes before the next one, and nothing of it
 * stays half in the file: what stands in memory and what stands on the disk agree again as soon as there is room.
 */
export class Journal {
  readonly #handle: number;
  readonly #write: Write;
  #size: number;
  #owed = '';

  constructor(file: string, write: Write = writeSync) {
    this.#handle = openSync(file, 'a', 0o600);
    this.#size = fstatSync(this.#handle).size;
    this.#write = write;
  }

  /** Throws the system's error (ENOSPC) while there is no room. */
  add(text: string): void {
    this.#owed += text;
    const bytes = Buffer.from(this.#owed);
    let done = 0;
    try {
      while (done < bytes.length) done += this.#write(this.#handle, bytes, done);
    } catch (failure) {
      if (done > 0) ftruncateSync(this.#handle, this.#size);
      throw failure;
    }
    this.#size += done;
    this.#owed = '';
  }

  close(): void {
    closeSync(this.#handle);
  }
}
