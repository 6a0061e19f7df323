import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallOrg } from '../testing/small-org.ts';

const world = smallOrg();
const { soql } = world.ada;

async function names(where: string, tail = 'ORDER BY LastName'): Promise<string[]> {
  const { status, body } = await soql(`SELECT LastName FROM Contact ${where} ${tail}`);
  if (status !== 200) throw new Error(body[0].message);
  return body.records.map((record: { LastName: string }) => record.LastName);
}
async function error(text: string): Promise<{ code: string; message: string }> {
  const { status, body } = await soql(text);
  expect(status).toBe(400);
  return { code: body[0].errorCode, message: body[0].message };
}

beforeAll(() => {
  const { org } = world.salesforce;
  const owner = world.ada.id;
  const firm = org.insert('Account', { Name: 'Engines', Industry: 'Technology' }, owner);
  org.insert('Contact', { LastName: 'Able', FirstName: 'Ann', Email: 'Ann@x.test', AccountId: firm, Birthdate: '1990-01-02' }, owner);
  org.insert('Contact', { LastName: 'Baker', Email: 'bob@x.test', HasOptedOutOfEmail: true, Title: '100% owner' }, owner);
  org.insert('Contact', { LastName: "O'Neil", Title: 'under_score', MailingCity: 'Cork' }, world.ben.id);
});

describe('WHERE', () => {
  it.each([
    ["WHERE Email = 'ann@X.TEST'", ['Able']],
    ["WHERE Email != 'ann@x.test'", ['Baker', "O'Neil"]],
    ['WHERE Email = null', ["O'Neil"]],
    ["WHERE Email = ''", ["O'Neil"]],
    ['WHERE Email != null', ['Able', 'Baker']],
    ["WHERE LastName LIKE 'a%'", ['Able']],
    ["WHERE LastName LIKE '_aker'", ['Baker']],
    ["WHERE Title LIKE '100\\%%'", ['Baker']],
    ["WHERE Title LIKE 'under\\_%'", ["O'Neil"]],
    ["WHERE NOT LastName LIKE 'a%'", ['Baker', "O'Neil"]],
    ["WHERE (NOT Email LIKE '%x.test')", ["O'Neil"]],
    ["WHERE LastName = 'O\\'Neil'", ["O'Neil"]],
    ["WHERE LastName IN ('able', 'BAKER')", ['Able', 'Baker']],
    ["WHERE LastName NOT IN ('able', 'BAKER')", ["O'Neil"]],
    ["WHERE Email NOT IN ('ann@x.test')", ['Baker', "O'Neil"]],
    ['WHERE Email IN (null)', ["O'Neil"]],
    ["WHERE LastName > 'b'", ['Baker', "O'Neil"]],
    ["WHERE LastName >= 'Baker' AND LastName < 'c'", ['Baker']],
    ['WHERE HasOptedOutOfEmail = true', ['Baker']],
    ['WHERE HasOptedOutOfEmail = false', ['Able', "O'Neil"]],
    ['WHERE Birthdate = 1990-01-02', ['Able']],
    ['WHERE Birthdate < 1990-01-02', []],
    ['WHERE CreatedDate = TODAY', ['Able', 'Baker', "O'Neil"]],
    ['WHERE CreatedDate < TODAY', []],
    ['WHERE CreatedDate > YESTERDAY', ['Able', 'Baker', "O'Neil"]],
    ['WHERE CreatedDate >= LAST_N_DAYS:2 AND CreatedDate <= TODAY', ['Able', 'Baker', "O'Neil"]],
    ['WHERE CreatedDate = NEXT_N_DAYS:2', []],
    ['WHERE SystemModstamp >= 2026-01-01T00:00:00Z', ['Able', 'Baker', "O'Neil"]],
    ['WHERE SystemModstamp > 2996-01-01T00:00:00Z', []],
    ["WHERE Account.Name = 'engines'", ['Able']],
    ['WHERE Account.Name = null', ['Baker', "O'Neil"]],
    ["WHERE Account.Owner.Email = 'ada@demo.test'", ['Able']],
    ["WHERE Owner.Name = 'Ben Demo'", ["O'Neil"]],
    ["WHERE Contact.LastName = 'Able'", ['Able']],
    ["WHERE AccountId IN (SELECT Id FROM Account WHERE Industry = 'Technology')", ['Able']],
    ["WHERE AccountId NOT IN (SELECT Id FROM Account WHERE Industry = 'Technology')", ['Baker', "O'Neil"]],
    ["WHERE (Email = null OR HasOptedOutOfEmail = true) AND LastName != 'Baker'", ["O'Neil"]],
    ["WHERE IsDeleted = false AND Name = 'Ann Able'", ['Able']],
  ])('%s', async (where, expected) => {
    expect(await names(where)).toEqual(expected);
  });

  it('finds records by ids of 15 and 18 characters', async () => {
    const [id] = (await soql("SELECT Id FROM Contact WHERE LastName = 'Able'")).body.records.map((record: { Id: string }) => record.Id);
    expect(await names(`WHERE Id = '${id}'`)).toEqual(['Able']);
    expect(await names(`WHERE Id IN ('${id.slice(0, 15)}')`)).toEqual(['Able']);
    expect(await names(`WHERE Id > '${id}'`)).toEqual(['Baker', "O'Neil"]);
  });
});

describe('SELECT, ORDER BY, LIMIT and OFFSET', () => {
  it('nests parents, and answers null for a parent that is not there', async () => {
    const { body } = await soql('SELECT LastName, Account.Name, Account.Owner.Name FROM Contact ORDER BY LastName LIMIT 2');
    expect(body.records[0]).toMatchObject({
      LastName: 'Able',
      Account: { attributes: { type: 'Account' }, Name: 'Engines', Owner: { attributes: { type: 'User' }, Name: 'Ada Demo' } },
    });
    expect(body.records[1].Account).toBeNull();
  });

  it('answers names as the schema writes them, with compound fields and computed ones', async () => {
    const { body } = await soql("SELECT id, mailingaddress, photourl FROM contact WHERE lastname = 'O\\'Neil'");
    expect(Object.keys(body.records[0])).toEqual(['attributes', 'Id', 'MailingAddress', 'PhotoUrl']);
    expect(body.records[0].MailingAddress).toMatchObject({ city: 'Cork', country: null });
  });

  it('puts nulls first unless told, in both directions', async () => {
    expect(await names('', 'ORDER BY Email')).toEqual(["O'Neil", 'Able', 'Baker']);
    expect(await names('', 'ORDER BY Email DESC')).toEqual(["O'Neil", 'Baker', 'Able']);
    expect(await names('', 'ORDER BY Email DESC NULLS LAST')).toEqual(['Baker', 'Able', "O'Neil"]);
    expect(await names('', 'ORDER BY HasOptedOutOfEmail DESC, LastName DESC')).toEqual(['Baker', "O'Neil", 'Able']);
  });

  it('counts, limits and skips', async () => {
    expect((await soql('SELECT COUNT() FROM Contact')).body).toEqual({ totalSize: 3, done: true, records: [] });
    expect((await soql('SELECT COUNT(Email) FROM Contact')).body.records).toEqual([{ attributes: { type: 'AggregateResult' }, expr0: 2 }]);
    expect(await names('', 'ORDER BY LastName LIMIT 1 OFFSET 1')).toEqual(['Baker']);
    expect(await names('', 'LIMIT 0')).toEqual([]);
  });

  it('knows FIELDS(STANDARD), and FIELDS(ALL) only with a limit', async () => {
    const { body } = await soql('SELECT FIELDS(STANDARD) FROM Contact LIMIT 1');
    expect(body.records[0]).toHaveProperty('LastName');
    expect(body.records[0]).not.toHaveProperty('Lockstep_Key__c');
    expect((await error('SELECT FIELDS(ALL) FROM Contact')).code).toBe('MALFORMED_QUERY');
    expect((await soql('SELECT FIELDS(CUSTOM) FROM Contact LIMIT 200')).body.records[0]).toHaveProperty('Lockstep_Key__c', null);
  });
});

describe('sub-selects', () => {
  it('answer the records that point at each row, and null for none', async () => {
    const { body } = await soql(
      'SELECT Name, (SELECT LastName, Account.Name FROM Contacts WHERE Email != null ORDER BY LastName LIMIT 5), (SELECT Id FROM Cases) FROM Account',
    );
    expect(body.records).toMatchObject([
      {
        Name: 'Engines',
        Contacts: {
          totalSize: 1,
          done: true,
          records: [{ attributes: { type: 'Contact' }, LastName: 'Able', Account: { Name: 'Engines' } }],
        },
        Cases: null,
      },
    ]);
  });

  it('know only the ways that describe names', async () => {
    const { body } = await world.ada.send('GET', 'sobjects/Event/describe');
    expect(body.childRelationships).toContainEqual(
      expect.objectContaining({ childSObject: 'EventRelation', field: 'EventId', relationshipName: 'EventRelations' }),
    );
    expect(await error('SELECT Id, (SELECT Id FROM Nopes) FROM Account')).toMatchObject({
      code: 'INVALID_TYPE',
      message: expect.stringContaining("Didn't understand relationship 'Nopes'"),
    });
    expect((await error('SELECT Id, (SELECT Id, (SELECT Id FROM Tasks) FROM Contacts) FROM Account')).code).toBe('MALFORMED_QUERY');
  });
});

describe('errors', () => {
  it('names unknown columns, relationships and objects with row and column', async () => {
    expect(await error('SELECT Id, Nope FROM Contact')).toEqual({
      code: 'INVALID_FIELD',
      message:
        "\nSELECT Id, Nope FROM Contact\n           ^\nERROR at Row:1:Column:12\nNo such column 'Nope' on entity 'Contact'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    });
    expect(await error('SELECT Nope.Name FROM Contact')).toMatchObject({
      code: 'INVALID_FIELD',
      message: expect.stringContaining("Didn't understand relationship 'Nope' in field path."),
    });
    expect(await error('SELECT Id FROM Nope')).toMatchObject({
      code: 'INVALID_TYPE',
      message: expect.stringContaining("ERROR at Row:1:Column:16\nsObject type 'Nope' is not supported."),
    });
  });

  it.each([
    [
      "CreatedDate > '2026-01-01T00:00:00Z'",
      'INVALID_FIELD',
      "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
    ],
    ['CreatedDate > 2026-01-01', 'INVALID_FIELD', 'must be of type dateTime'],
    ['Birthdate = 2026-01-01T00:00:00Z', 'INVALID_FIELD', 'must be of type date and should not be enclosed in quotes'],
    [
      'LastName = 5',
      'INVALID_FIELD',
      "value of filter criterion for field 'LastName' must be of type string and should be enclosed in quotes",
    ],
    ["HasOptedOutOfEmail = 'true'", 'INVALID_FIELD', 'must be of type boolean'],
    ['Email = TODAY', 'INVALID_FIELD', 'must be of type string'],
    ["Id = 'nope'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: nope'],
    ["OwnerId LIKE '005%'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on id field'],
    ["Description = 'x'", 'INVALID_FIELD', "field 'Description' can not be filtered in a query call"],
  ])('WHERE %s', async (condition, code, message) => {
    const told = await error(`SELECT Id FROM Contact WHERE ${condition}`);
    expect(told.code).toBe(code);
    expect(told.message).toContain(message);
  });

  it('cannot sort by long text, nor select a field twice', async () => {
    expect((await error('SELECT Id FROM Contact ORDER BY Description')).code).toBe('MALFORMED_QUERY');
    expect((await error('SELECT Id, Id FROM Contact')).message).toContain('duplicate field selected: Id');
  });
});

describe('any WHERE', () => {
  interface Case {
    soql: string;
    holds(row: Person): boolean;
  }
  interface Person {
    LastName: string;
    Email: string | null;
    HasOptedOutOfEmail: boolean;
  }
  const people: Person[] = [
    { LastName: 'Able', Email: 'ann@x.test', HasOptedOutOfEmail: false },
    { LastName: 'Baker', Email: 'bob@x.test', HasOptedOutOfEmail: true },
    { LastName: "O'Neil", Email: null, HasOptedOutOfEmail: false },
  ];
  const leaf: fc.Arbitrary<Case> = fc.oneof(
    fc
      .constantFrom('ann@x.test', 'bob@x.test', 'no@x.test')
      .map((value): Case => ({ soql: `Email = '${value}'`, holds: (row) => row.Email === value })),
    fc
      .constantFrom('ann@x.test', 'bob@x.test')
      .map((value): Case => ({ soql: `Email NOT IN ('${value}')`, holds: (row) => row.Email !== value })),
    fc
      .constantFrom('a', 'b', 'o')
      .map((value): Case => ({ soql: `LastName LIKE '${value}%'`, holds: (row) => row.LastName.toLowerCase().startsWith(value) })),
    fc.boolean().map((value): Case => ({ soql: `HasOptedOutOfEmail = ${value}`, holds: (row) => row.HasOptedOutOfEmail === value })),
    fc.constant<Case>({ soql: 'Email != null', holds: (row) => row.Email !== null }),
  );
  const tree = fc.letrec<{ node: Case }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc
        .tuple(tie('node'), tie('node'))
        .map(([a, b]): Case => ({ soql: `(${a.soql} AND ${b.soql})`, holds: (row) => a.holds(row) && b.holds(row) })),
      fc
        .tuple(tie('node'), tie('node'))
        .map(([a, b]): Case => ({ soql: `(${a.soql} OR ${b.soql})`, holds: (row) => a.holds(row) || b.holds(row) })),
      tie('node').map((a): Case => ({ soql: `(NOT ${a.soql})`, holds: (row) => !a.holds(row) })),
    ),
  })).node;

  it('finds exactly the rows for which it holds, through an index or without', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async ({ soql: where, holds }) => {
        expect(await names(`WHERE ${where}`)).toEqual(people.filter(holds).map((person) => person.LastName));
      }),
      { numRuns: 150 },
    );
  });
});
