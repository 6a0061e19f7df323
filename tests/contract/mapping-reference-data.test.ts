import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlToText, ianaZone, objectMaps, windowsZone } from '../../core/mapping/index.ts';
import { mailbox } from '../../core/mapping/testing/mailbox.ts';

/** Where the reference data is at hand: the maps against what Microsoft, Salesforce and Unicode publish. */
const data = resolve(process.env.LOCKSTEP_REFERENCE_DATA ?? resolve(import.meta.dirname, '../../../shared/data'));
// biome-ignore lint/suspicious/noExplicitAny: foreign JSON of many shapes
const json = (path: string): any => JSON.parse(readFileSync(resolve(data, path), 'utf8'));
const { contact, event } = objectMaps;

describe.skipIf(!existsSync(data))('with the reference data', () => {
  it('every Windows zone of CLDR has its zone, and every zone of CLDR its Windows name', () => {
    const { mapTimezones } = json('timezones/cldr/cldr-json/cldr-core/supplemental/windowsZones.json').supplemental.windowsZones;
    const zones: { _other: string; _type: string; _territory: string }[] = mapTimezones.map((entry: { mapZone: object }) => entry.mapZone);
    const canonical = (name: string | null) => (name === 'Etc/UTC' ? 'UTC' : name);
    const main = zones.filter(({ _territory }) => _territory === '001');
    expect(main.length).toBeGreaterThan(130);
    expect(main.filter((zone) => ianaZone(zone._other) !== canonical(ianaZone(zone._type)))).toEqual([]);
    const names = zones.flatMap(({ _other, _type }) =>
      _type
        .trim()
        .split(' ')
        .map((iana) => [iana, _other]),
    );
    expect(names.filter(([iana, windows]) => windowsZone(iana ?? '') !== windows)).toEqual([]);
  });

  it('Salesforce has every field that is selected or written', () => {
    const { objects } = json('salesforce-standard-objects.json');
    for (const map of [contact, event]) {
      const known = Object.keys(objects[map.sobject].fields);
      // The recorded org had no Lightning series.
      const own = ['Lockstep_Key__c', 'IsRecurrence2'];
      const asked = map.salesforceFields.filter((name) => !own.includes(name) && !name.includes('.'));
      expect(asked.filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  it('Graph has every property that is selected or written', () => {
    const { schemas } = json('msgraph-openapi.slim.json').components;
    const known = (name: string) =>
      ['entity', 'outlookItem', name].flatMap((one) => {
        const { allOf, properties } = schemas[`microsoft.graph.${one}`];
        return Object.keys(properties ?? allOf.find((part: { properties?: object }) => part.properties).properties);
      });
    expect((contact.outlookSelect ?? []).filter((name) => !known('contact').includes(name))).toEqual([]);
    for (const map of [contact, event]) {
      const fields = Object.fromEntries(map.fields.map(({ name }) => [name, name === 'when' ? '2026-11-22/2026-11-22' : 'x']));
      const body = map.toOutlook(Object.keys(fields), { ...fields, isPrivate: true, reminderMinutes: 5, birthday: '1974-07-22' }, mailbox);
      expect(Object.keys(body).length).toBeGreaterThan(8);
      expect(Object.keys(body).filter((name) => !known(map.kind).includes(name))).toEqual([]);
    }
  });

  it('the contacts and events of the Graph documentation are read', () => {
    const [garth] = samples('contact-get.json');
    expect(contact.fromOutlook(garth, mailbox)).toMatchObject({
      ok: true,
      fields: { surname: 'Fort', email: 'garth@a830edad9050849nda1.onmicrosoft.com', mailingPostalCode: '98075', birthday: '1974-07-22' },
    });
    const events = ['user-post-events.json', 'calendar-post-events.json'].flatMap(samples);
    const readings = events.map((raw) => event.fromOutlook(raw, mailbox));
    expect(events.length).toBeGreaterThanOrEqual(5);
    expect(readings.filter((reading) => !reading.ok)).toEqual([]);
    expect(readings.filter((reading) => reading.facts.onlineMeeting).length).toBeGreaterThanOrEqual(2);
  });

  it('992 contacts of Coral Cloud go to Outlook and come back', () => {
    const records: Record<string, unknown>[] = json('corpora/salesforce/coral-cloud/data/data-Contact-large.json').records;
    for (const [index, record] of records.entries()) {
      const reading = contact.fromSalesforce({ Id: `003${String(index).padStart(12, '0')}`, ...record }, mailbox);
      if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
      const names = Object.keys(reading.fields);
      const raw = { id: `c${index}`, displayName: null, ...contact.toOutlook(names, reading.fields, mailbox) };
      expect(contact.fromOutlook(raw, mailbox)).toMatchObject({ ok: true, fields: reading.fields });
      expect(contact.leftOut('outlook', names, reading.fields, mailbox)).toEqual([]);
    }
    expect(records).toHaveLength(992);
  });

  it('mails of nine programs become text without a tag or a style', () => {
    const folder = resolve(data, 'corpora/eml/talon/tests/fixtures/html_replies');
    const files = readdirSync(folder);
    expect(files).toHaveLength(9);
    for (const file of files) {
      const text = htmlToText(readFileSync(resolve(folder, file), 'utf8'), 32_000);
      expect(text.length, file).toBeGreaterThan(10);
      expect(text, file).not.toMatch(/<\/?(?:div|p|br|span|html|body|table|style)\b|font-family|&nbsp;/i);
    }
  });
});

function samples(file: string): unknown[] {
  const bodies = json(`graph-samples/${file}`).samples.map((sample: { response?: { body?: unknown } }) => sample.response?.body);
  return bodies.filter((body: { id?: string } | null | undefined) => typeof body?.id === 'string');
}
