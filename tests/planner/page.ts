import { type ObjectKind, objectKinds } from '../../core/model/index.ts';
import { cell } from './cell.ts';
import { type Row, rows, states, ties } from './rows.ts';
import { plain, type Situation } from './situations.ts';

const head = `# The planner's decision table

Written by \`npm run planner-table\` from the planner itself; \`tests/planner\` fails when the two differ. Each cell is what the planner makes of
one thing: its state in Outlook (row) and in Salesforce (column) against what was last agreed.

- **S+ S~ S−** create, update, delete in Salesforce; **O+ O~ O−** the same in Outlook; *(mails)*: Exchange would mail somebody, so it waits for a yes.
- *link*: the two become one thing. *end*: the link ends, and both sides stay. *!* opens an issue. *=* nothing to do. *forget*: gone, and nothing hung on it.
  *wait*: nothing is decided before a look-up by id has proven the removal.
- Small print: the reasons that "Why?" shows.
- *changed*: edited, differently on each side. *changed alike*: edited to the same value. *said to be removed*: a hint that nothing has proven.
`;

/** docs/planner-table.md: the whole table once, then only what each situation and each kind of object makes different. */
export function page(): string {
  const all = [...rows()];
  const index = new Map(all.map((row) => [place(row), cell(row)]));
  const first = objectKinds.find((kind) => kind === 'event') ?? objectKinds[0];
  const parts = [head, `${all.length} rows: ${objectKinds.join(', ')}.\n`];
  parts.push(`## ${title(plain)}\n`, `Object: ${first}.\n`);
  for (const tie of ties) parts.push(`### ${capital(tie)}\n`, grid(all.filter((row) => isOf(row, first, plain) && row.tie === tie)));
  for (const kind of objectKinds.filter((one) => one !== first)) {
    const own = all.filter((row) => isOf(row, kind, plain));
    parts.push(
      `## ${capital(kind)}, as delivered\n`,
      differences(own, (row) => index.get(place({ ...row, object: first }))),
    );
  }
  for (const situation of new Set(all.map((row) => row.situation))) {
    if (situation === plain) continue;
    parts.push(`## ${title(situation)}\n`);
    for (const kind of objectKinds) {
      const own = all.filter((row) => isOf(row, kind, situation));
      if (own.length > 0)
        parts.push(
          `${capital(kind)}:\n`,
          differences(own, (row) => index.get(place({ ...row, situation: plain }))),
        );
    }
  }
  return `${parts.join('\n')}`;
}

const isOf = (row: Row, object: ObjectKind, situation: Situation) => row.object === object && row.situation === situation;
const place = ({ object, situation, tie, outlook, salesforce }: Omit<Row, 'plan' | 'again'>) =>
  [object, situation.name, tie, outlook, salesforce].join('|');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const title = ({ name }: Situation) => capital(name);

function grid(own: readonly Row[]): string {
  const line = (parts: readonly string[]) => `| ${parts.join(' | ')} |`;
  const at = (outlook: string, salesforce: string) => own.find((row) => row.outlook === outlook && row.salesforce === salesforce);
  const body = states.map((outlook) =>
    line([
      `**${outlook}**`,
      ...states.map((salesforce) => {
        const row = at(outlook, salesforce);
        return row ? cell(row) : '';
      }),
    ]),
  );
  return `${[line(['Outlook \\ Salesforce', ...states]), line(['---', ...states.map(() => '---')]), ...body].join('\n')}\n`;
}

function differences(own: readonly Row[], usual: (row: Row) => string | undefined): string {
  const other = own.filter((row) => cell(row) !== usual(row));
  if (other.length === 0) return 'no difference.\n';
  const lines = other.map((row) => `| ${row.tie} | ${row.outlook} | ${row.salesforce} | ${cell(row)} | ${usual(row)} |`);
  return `${['| link | Outlook | Salesforce | comes to | instead of |', '| --- | --- | --- | --- | --- |', ...lines].join('\n')}\n`;
}
