import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** N contacts and N events, a file each, on the left; nothing on the right. */
export function seedFolders(folder: string, n: number): void {
  for (const kind of ['contacts', 'events'])
    for (const side of ['left', 'right', 'status']) mkdirSync(join(folder, side, kind), { recursive: true });
  for (let place = 0; place < n; place += 1) write(folder, place, 'new');
}

/** Each hundredth contact and event edited; answers how many items that were. */
export function editFolders(folder: string, n: number): number {
  const places = Array.from({ length: Math.ceil(n / 100) }, (_, step) => step * 100);
  for (const place of places) {
    // Both tools tell a change by the file's time, to the second: the edit must not fall into the second of the creation.
    const later = new Date(Date.now() + 10_000);
    for (const path of write(folder, place, 'edited')) utimesSync(path, later, later);
  }
  return 2 * places.length;
}

function write(folder: string, place: number, note: string): string[] {
  const contact = [
    'VERSION:3.0',
    `UID:contact${place}`,
    `FN:Guest No${place}`,
    `N:No${place};Guest;;;`,
    `EMAIL:guest${place}@guest.example`,
  ];
  const at = `2026${String(1 + (place % 12)).padStart(2, '0')}${String(1 + (Math.floor(place / 12) % 28)).padStart(2, '0')}`;
  const event = [`UID:event${place}`, `DTSTAMP:${at}T080000Z`, `DTSTART:${at}T090000Z`, `DTEND:${at}T093000Z`, `SUMMARY:Meeting ${place}`];
  const files = [
    [join(folder, 'left', 'contacts', `contact${place}.vcf`), ['BEGIN:VCARD', ...contact, `TITLE:${note}`, 'END:VCARD']],
    [
      join(folder, 'left', 'events', `event${place}.ics`),
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//bench//EN',
        'BEGIN:VEVENT',
        ...event,
        `LOCATION:${note}`,
        'END:VEVENT',
        'END:VCALENDAR',
      ],
    ],
  ] as const;
  return files.map(([path, lines]) => {
    writeFileSync(path, `${lines.join('\r\n')}\r\n`);
    return path;
  });
}
