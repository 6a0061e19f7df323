import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../desk.ts';
import { createEmulators } from '../start/create-emulators.ts';
import { importWorld } from './import-world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string | object): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
}
async function run() {
  const desk = createDesk();
  const emulators = createEmulators(desk);
  const report = await importWorld(desk, emulators, folder);
  return { report, ...emulators };
}
const calendar = (...events: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event.split('\n'), 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
const tree = (type: string, ...records: object[]) => ({
  records: records.map((record, place) => ({ attributes: { type, referenceId: `${type}Ref${place + 1}` }, ...record })),
});

describe('Salesforce trees', () => {
  it('follows a plan, resolves references, adds custom fields, and takes equal records of two plans once', async () => {
    put('sf/Accounts.json', tree('Account', { Name: 'Acme' }));
    put(
      'sf/Contacts.json',
      tree('Contact', { LastName: 'Ash', AccountId: '@AccountRef1', Tier__c: 'Gold' }, { LastName: 'Bay', AccountId: '@AccountRef9' }),
    );
    const plan = [
      { sobject: 'Account', files: ['Accounts.json'] },
      { sobject: 'Contact', files: ['Contacts.json'] },
    ];
    put('sf/plan-a.json', plan);
    put('sf/plan-b.json', plan);
    const { report, salesforce } = await run();
    const [ash, bay] = [...salesforce.org.records('Contact')];
    expect(report.imported).toEqual({ Account: 1, Contact: 2 });
    expect(ash).toMatchObject({ LastName: 'Ash', Tier__c: 'Gold', AccountId: [...salesforce.org.records('Account')][0]?.Id });
    expect(bay?.AccountId ?? null).toBeNull();
    expect(report.partly[0]).toMatchObject({
      file: 'sf/Contacts.json',
      item: 'ContactRef2',
      line: 15,
      reason: expect.stringContaining('AccountRef9'),
    });
  });

  it('takes nested records, and names what the org refuses and what is not JSON with its line', async () => {
    put('a.json', {
      records: [{ attributes: { type: 'Account', referenceId: 'A1' }, Name: 'Acme', Contacts: tree('Contact', { LastName: 'Child' }) }],
    });
    put('b.json', tree('Contact', { FirstName: 'No last name' }, { LastName: 'Good' }));
    put('c.json', '{\n  "records": [\n    oops\n  ]\n}');
    put('d.json', { hello: 'world' });
    put('e.json', tree('Starship__c', { Name: 'x' }));
    const { report, salesforce } = await run();
    expect([...salesforce.org.records('Contact')].map((row) => row.LastName)).toEqual(['Child', 'Good']);
    expect([...salesforce.org.records('Contact')][0]?.AccountId).toBe([...salesforce.org.records('Account')][0]?.Id);
    expect(report.refused).toEqual([
      expect.objectContaining({ file: 'c.json', line: 3, reason: expect.stringContaining('not JSON') }),
      expect.objectContaining({ file: 'd.json', reason: expect.stringContaining('sf data export tree') }),
      expect.objectContaining({ file: 'b.json', line: 6, item: 'ContactRef1', reason: expect.stringContaining('REQUIRED_FIELD_MISSING') }),
      expect.objectContaining({ file: 'e.json', reason: expect.stringContaining('Starship__c') }),
    ]);
  });
});

describe('calendars', () => {
  it('reads zones, whole days, dates without VALUE=DATE, durations and classes', async () => {
    put(
      'c.ics',
      calendar(
        'UID:1\nSUMMARY:Berlin\nDTSTART;TZID=Europe/Berlin:20260701T090000\nDURATION:PT90M\nCLASS:PRIVATE\nTRANSP:TRANSPARENT',
        'UID:2\nSUMMARY:Whole\nDTSTART;VALUE=DATE:20260701\nDTEND;VALUE=DATE:20260703',
        'UID:3\nSUMMARY:Lazy\nDTSTART:20260705',
        'UID:4\nSUMMARY:Utc\nDTSTART:20260701T100000Z\nDTEND:20260701T110000Z\nATTENDEE;CN=Zed:mailto:zed@x.example',
      ),
    );
    const { report, graph } = await run();
    expect(report).toMatchObject({ imported: { events: 4 }, refused: [], mailboxes: ['import@fernwood.example'] });
    const events = graph.mailbox('import@fernwood.example')?.events() ?? [];
    expect(events).toMatchObject([
      {
        subject: 'Berlin',
        start: { dateTime: expect.stringMatching(/^2026-07-01T07:00/) },
        end: { dateTime: expect.stringMatching(/^2026-07-01T08:30/) },
        sensitivity: 'private',
        showAs: 'free',
      },
      { subject: 'Whole', isAllDay: true, end: { dateTime: expect.stringMatching(/^2026-07-03T00:00/) } },
      { subject: 'Lazy', isAllDay: true, end: { dateTime: expect.stringMatching(/^2026-07-06T00:00/) } },
      { subject: 'Utc', attendees: [{ emailAddress: { address: 'zed@x.example', name: 'Zed' } }] },
    ]);
  });

  it('reads a series with a day left out and a day changed', async () => {
    put(
      'c.ics',
      calendar(
        'UID:s\nSUMMARY:Daily\nDTSTART:20260701T090000Z\nDTEND:20260701T093000Z\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20260702T090000Z',
        'UID:s\nRECURRENCE-ID:20260703T090000Z\nSUMMARY:Moved\nDTSTART:20260703T140000Z\nDTEND:20260703T143000Z',
      ),
    );
    const { report, graph } = await run();
    expect(report).toMatchObject({ imported: { series: 1, 'changed occurrences': 1 }, refused: [], partly: [] });
    const mailbox = graph.mailbox('import@fernwood.example');
    const [series] = mailbox?.events() ?? [];
    const days = mailbox
      ?.instances(series?.id ?? '', '2026-06-30T00:00:00', '2026-07-10T00:00:00')
      .map((one) => (one.start as { dateTime: string }).dateTime.slice(0, 16));
    expect(days).toEqual(['2026-07-01T09:00', '2026-07-03T14:00', '2026-07-04T09:00']);
  });

  it('lets one bad event not take the others, and names each with its line', async () => {
    put(
      'c.ics',
      calendar(
        'UID:1\nSUMMARY:No start',
        'UID:2\nSUMMARY:Broken line\nthis is no property\nDTSTART:20260701T090000Z',
        'UID:3\nSUMMARY:Odd\nDTSTART:20260701T090000Z\nRRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
        'UID:4\nSUMMARY:Good\nDTSTART:20260701T090000Z',
        'UID:4\nSUMMARY:Again\nDTSTART:20260701T090000Z',
      ),
    );
    put('d.ics', 'nonsense');
    const { report } = await run();
    expect(report.imported).toEqual({ events: 1 });
    expect(report.refused).toMatchObject([
      { line: 3, item: 'No start', reason: expect.stringContaining('DTSTART') },
      { line: 7, item: 'Broken line', reason: expect.stringContaining('invalid line') },
      { line: 13, item: 'Odd', reason: expect.stringContaining('FREQ=MONTHLY') },
      { line: 24, item: 'Again', reason: expect.stringContaining('c.ics:19') },
      { file: 'd.ics', line: 1, reason: expect.stringContaining('VCALENDAR') },
    ]);
  });
});

describe('cards and mails', () => {
  it('reads vCards of versions 2.1 and 3.0', async () => {
    put(
      'a.vcf',
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN:Doe;John;;Mr.;III\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-8:Gr=C3=BC=\r\n=C3=9Fe\r\nTEL;CELL;VOICE:+1 555\r\nTEL;WORK:+1 556\r\nADR;WORK:;;123 Main St;Austin;TX;12345;USA\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Onym\r\nN:Onym;Ann;;;\r\nEMAIL;TYPE=INTERNET:ann@\r\n x.example\r\nORG:Acme\\, Inc.;Labs\r\nEND:VCARD\r\n',
    );
    put('b.vcf', 'BEGIN:VCARD\nVERSION:3.0\nNOTE:nobody\nEND:VCARD\n');
    const { report, graph } = await run();
    expect(graph.mailbox('import@fernwood.example')?.contacts()).toMatchObject([
      {
        surname: 'Doe',
        givenName: 'John',
        title: 'Mr.',
        generation: 'III',
        personalNotes: 'Grüße',
        mobilePhone: '+1 555',
        businessPhones: ['+1 556'],
        businessAddress: { street: '123 Main St', countryOrRegion: 'USA' },
      },
      { displayName: 'Ann Onym', emailAddresses: [{ address: 'ann@x.example' }], companyName: 'Acme, Inc.', department: 'Labs' },
    ]);
    expect(report.refused).toMatchObject([{ file: 'b.vcf', line: 1, reason: expect.stringContaining('no name') }]);
  });

  it('puts mails into the inbox, and each folder named by an address into its own mailbox', async () => {
    put(
      'ann@x.example/in.eml',
      'From: Bob <bob@y.example>\r\nTo: ann@x.example\r\nSubject: Hello\r\nDate: Wed, 01 Jul 2026 09:00:00 +0000\r\n\r\nHi',
    );
    put('bea@x.example/deep/er/card.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Card\nN:Card;;;;\nEND:VCARD\n');
    put('README.txt', 'not an export');
    const { report, graph, salesforce } = await run();
    expect(report).toMatchObject({
      mailboxes: ['ann@x.example', 'bea@x.example'],
      imported: { messages: 1, contacts: 1 },
      ignored: 1,
      refused: [],
    });
    expect(graph.mailbox('bea@x.example')?.contacts()).toHaveLength(1);
    expect(salesforce.org.user('bea@x.example')?.IsActive).toBe(true);
  });
});
