/**
 * The text as it would stand on a page: lines, blank lines between paragraphs, white space collapsed as a browser does it.
 * A non-breaking space is content here (Outlook's empty line is `<p>&nbsp;</p>`) and becomes a space at the end.
 */
export class Page {
  readonly #lines: string[] = [];
  #line = '';
  #space = false;
  #gap = false;
  #length = 0;

  /** Characters so far: a reader may stop when it has enough. */
  get length(): number {
    return this.#length + this.#line.length;
  }

  /** Text with collapsible white space. */
  flow(text: string): void {
    const flat = text.replace(/[ \t\n\r\f]+/g, ' ');
    const [from, to] = [flat.startsWith(' ') ? 1 : 0, flat.endsWith(' ') ? flat.length - 1 : flat.length];
    if (from > 0) this.#space = true;
    if (to <= from) return;
    this.#write(flat.slice(from, to));
    if (to < flat.length) this.#space = true;
  }

  /** Text whose white space counts. */
  preformatted(text: string): void {
    const lines = text.split(/\r\n|\r|\n/);
    lines.forEach((line, index) => {
      if (index > 0) this.lineBreak();
      if (line) this.#write(line.replaceAll(' ', '\u00a0'));
    });
  }

  /** <br>: ends the line, even an empty one. */
  lineBreak(): void {
    this.#makeGap();
    this.#push();
  }

  /** The edge of a block: what follows starts on a line of its own, after a blank line where `gap`. */
  block(gap = false): void {
    if (this.#line) this.#push();
    this.#space = false;
    this.#gap ||= gap;
  }

  /** A mark such as a list's bullet or a table's tab: written only together with what follows it on the line. */
  mark(text: string): void {
    this.#write(text);
    this.#space = false;
  }

  get atLineStart(): boolean {
    return this.#line === '';
  }

  toString(): string {
    this.block();
    const lines = this.#lines.map((line) => line.replaceAll('\u00a0', ' ').trimEnd());
    return lines.join('\n').replace(/^\n+/, '').trimEnd();
  }

  #write(text: string): void {
    this.#makeGap();
    if (this.#space && this.#line && !/[ \t]$/.test(this.#line)) this.#line += ' ';
    this.#space = false;
    this.#line += text;
  }

  #makeGap(): void {
    if (this.#gap && !this.#line && this.#lines.length > 0 && this.#lines.at(-1)?.trim()) this.#lines.push('');
    this.#gap = false;
  }

  #push(): void {
    this.#length += this.#line.length + 1;
    this.#lines.push(this.#line);
    this.#line = '';
    this.#space = false;
  }
}
