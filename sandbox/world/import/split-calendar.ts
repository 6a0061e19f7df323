export interface CalendarBlock {
  /** VEVENT, VTIMEZONE, VTODO... */
  name: string;
  /** line of its BEGIN, from 1 */
  line: number;
  text: string;
  problem?: string;
}

/**
 * Cuts a calendar file into its components, each with its line: ical.js reads a file as a whole or not at all, and one bad item
 * shall not take the others with it.
 */
export function splitCalendar(text: string): { blocks: CalendarBlock[]; method?: string; problem?: string } {
  const cutter = new Cutter();
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) cutter.take(line, index + 1);
  cutter.close();
  const { blocks, method } = cutter;
  return { blocks, method, ...(cutter.calendars === 0 ? { problem: 'no BEGIN:VCALENDAR in it' } : {}) };
}

class Cutter {
  readonly blocks: CalendarBlock[] = [];
  calendars = 0;
  method: string | undefined;
  #lines: string[] = [];
  #depth = 0;

  take(line: string, number: number): void {
    const [, edge, name] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line)?.map((part) => part.toUpperCase()) ?? [];
    if (name === 'VCALENDAR') this.#edgeOfCalendar(edge === 'BEGIN');
    else if (this.#depth > 0) this.#inside(line, edge);
    else if (edge === 'BEGIN' && name !== undefined) this.#open(name, line, number);
    else this.method ??= /^METHOD:\s*(\w+)/i.exec(line)?.[1]?.toUpperCase();
  }
  /** What is open now has no end. */
  close(): void {
    const last = this.blocks.at(-1);
    if (this.#depth > 0 && last) last.problem = `no END:${last.name}`;
    this.#depth = 0;
  }

  #edgeOfCalendar(begins: boolean): void {
    this.close();
    if (begins) this.calendars += 1;
  }
  #open(name: string, line: string, number: number): void {
    this.blocks.push({ name, line: number, text: '' });
    this.#lines = [line];
    this.#depth = 1;
  }
  #inside(line: string, edge: string | undefined): void {
    if (line !== '') this.#lines.push(line);
    if (edge === 'BEGIN') this.#depth += 1;
    if (edge === 'END') this.#depth -= 1;
    const last = this.blocks.at(-1);
    if (this.#depth === 0 && last) last.text = this.#lines.join('\r\n');
  }
}
