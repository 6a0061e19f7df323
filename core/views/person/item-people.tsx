import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../contract/client/index.ts';
import type { ItemPerson, OpenItem } from '../../host/index.ts';
import { personText } from '../../text/index.ts';
import { useHost, useResource, useText } from '../app/index.ts';
import { Age, Button, Icon, Skeleton, StateIcon, TroubleStrip } from '../parts/index.ts';
import './person.css';

type Match = Answer<'GET /api/people'>['matches'][number];

const initials = (name: string): string =>
  name
    .split(/[\s.@_-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => part[0]?.toUpperCase())
    .join('');

const MatchLines = ({ match }: { match: Match }) => {
  const t = useText(personText);
  const host = useHost();
  const kind = t(match.object === 'Contact' ? 'contact' : 'lead');
  return (
    <li class="match">
      <div>
        <p>
          {match.account === null ? kind : t('kind-at', { kind, account: match.account })}
          {match.title === null ? null : <span class="quiet"> · {match.title}</span>}
        </p>
        {match.phone === null ? null : (
          <p class="small">
            <span class="quiet">{t('phone')} </span>
            <a href={`tel:${match.phone.replaceAll(/[^+\d]/g, '')}`}>{match.phone}</a>
          </p>
        )}
      </div>
      <Button icon="open" onPress={() => host.openUrl(match.url)}>
        {t(match.object === 'Contact' ? 'open-contact' : 'open-lead')}
      </Button>
    </li>
  );
};

/** What Salesforce says of an address: the records, or that there is none and why. */
const Found = ({ answer, at }: { answer: Answer<'GET /api/people'>; at: number }) => {
  const t = useText(personText);
  const { matches, internal, email } = answer;
  const none = t(internal ? 'internal' : 'not-in-salesforce');
  return (
    <div class="stack" aria-live="polite">
      <p class="state">
        <StateIcon state={matches.length > 0 ? 'up-to-date' : 'off'} size={16} />
        <span>{matches.length > 0 ? t('in-salesforce') : none}</span>
        <span class="small quiet">
          <Age at={at} say={(age) => t('checked', { age })} />
        </span>
      </p>
      {matches.length === 0 ? <p class="small quiet">{internal ? t('internal-why') : t('no-match', { email })}</p> : null}
      {matches.length > 1 ? <p>{t('many-match', { count: matches.length })}</p> : null}
      <ul class="stack">
        {matches.map((match) => (
          <MatchLines key={match.id} match={match} />
        ))}
      </ul>
    </div>
  );
};

/** Who one address is in Salesforce. */
const PersonLines = ({ person, userId }: { person: ItemPerson; userId: string }) => {
  const t = useText(personText);
  const email = person.email.toLowerCase();
  const found = useResource(
    `person ${userId} ${email}`,
    (client) => client.call('GET /api/people', { query: { email, userId } }),
    (event) => event.userId === userId && event.kind === 'session.finished',
  );
  const shown = found.shown.value;
  const trouble = found.trouble.value;
  const matches = shown?.value.matches ?? [];
  const name = matches[0]?.name ?? person.name ?? person.email;
  return (
    <div class="stack">
      <div class="person">
        <span class="avatar" aria-hidden="true">
          {initials(name)}
        </span>
        <div>
          <p class="person-name">{name}</p>
          <p class="small quiet">{person.email}</p>
        </div>
      </div>
      {trouble?.problem?.code === 'not_connected' ? <p class="quiet">{t('not-connected')}</p> : null}
      {trouble !== undefined && trouble.problem?.code !== 'not_connected' ? (
        <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void found.load()} />
      ) : null}
      {shown === undefined && trouble === undefined ? <Skeleton lines={[20, 32]} /> : null}
      {shown === undefined ? null : <Found answer={shown.value} at={shown.at} />}
    </div>
  );
};

/** The other people of the item, each looked up only when asked for. */
const OtherPeople = ({ people, onChoose }: { people: readonly ItemPerson[]; onChoose: (person: ItemPerson) => void }) => {
  const t = useText(personText);
  if (people.length === 0) return null;
  return (
    <details class="others">
      <summary>{t('also-here', { count: people.length })}</summary>
      <ul>
        {people.map((person) => (
          <li key={person.email}>
            <button type="button" class="link-button" onClick={() => onChoose(person)}>
              {person.name ?? person.email}
              <Icon name="chevron" size={16} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The people of an item, one of them looked up. `item` changes with the item: whoever was chosen on the one before is no answer any more. */
const People = ({
  people,
  item,
  userId,
  ownAddress,
}: {
  people: readonly ItemPerson[];
  item: string;
  userId: string;
  ownAddress: string;
}) => {
  const t = useText(personText);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  useEffect(() => setChosen(undefined), [item]);
  const others = people.filter((person) => person.email.toLowerCase() !== ownAddress.toLowerCase());
  const person = others.find(({ email }) => email === chosen) ?? others[0];
  if (person === undefined) return <p class="quiet">{t(people.length > 0 ? 'no-person' : 'why-not')}</p>;
  return (
    <>
      <PersonLines key={person.email} person={person} userId={userId} />
      <OtherPeople people={others.filter((one) => one !== person)} onChoose={({ email }) => setChosen(email)} />
    </>
  );
};

/** An item of which only the id is known, as from the address of Outlook's tab: the service says who is on it. */
const PeopleById = ({ id, userId, ownAddress }: { id: string; userId: string; ownAddress: string }) => {
  const t = useText(personText);
  const found = useResource(
    `item ${userId} ${id}`,
    (client) => client.call('GET /api/people', { query: { itemId: id, userId } }),
    () => false,
  );
  const shown = found.shown.value;
  const trouble = found.trouble.value;
  if (trouble?.problem?.code === 'not_connected') return <p class="quiet">{t('not-connected')}</p>;
  if (trouble?.problem?.code === 'not_found') return <p class="quiet">{t('why-not')}</p>;
  if (trouble !== undefined) return <TroubleStrip trouble={trouble} shown={shown} onRetry={() => void found.load()} />;
  if (shown === undefined) return <Skeleton lines={[40, 20]} />;
  return <People people={shown.value.people ?? []} item={id} userId={userId} ownAddress={ownAddress} />;
};

/** The person of the open item: who it is, and the matching Contact. Colleagues of the mailbox itself come last. */
export const ItemPeople = ({ userId, ownAddress, item }: { userId: string; ownAddress: string; item: OpenItem }) => {
  const byId = item.people.length === 0 ? item.id : null;
  if (byId !== null) return <PeopleById key={byId} id={byId} userId={userId} ownAddress={ownAddress} />;
  const key = `${item.id} ${item.people.map((person) => person.email).join()}`;
  return <People people={item.people} item={key} userId={userId} ownAddress={ownAddress} />;
};
