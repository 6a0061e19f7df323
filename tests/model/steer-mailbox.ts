import type { Scene, ScenePerson } from '../scene/index.ts';
import type { Renamed } from './real.ts';

/** A further contact folder and a further task list, which can be renamed. */
export function furnish(mailbox: ScenePerson['mailbox']): void {
  mailbox.addContactFolder('Friends');
  mailbox.addTaskList('Errands');
}

export interface SteerMailbox {
  /** Whether Exchange has a mailbox for this person. */
  there(person: ScenePerson, isThere: boolean): void;
  /** As a person renames it: past us, by Graph. */
  rename(person: ScenePerson, what: Exclude<Renamed, 'mail folder'>, name: string): Promise<void>;
}

export function steerMailbox(scene: Scene): SteerMailbox {
  const patch = async ({ graphId }: ScenePerson, path: string, displayName: string) => {
    const headers = { authorization: 'Bearer app', 'content-type': 'application/json', prefer: 'IdType="ImmutableId"' };
    const body = JSON.stringify({ displayName });
    const answer = await fetch(`${scene.graphUrl}/v1.0/users/${graphId}/${path}`, { method: 'PATCH', headers, body });
    if (!answer.ok) throw new Error(`${path} was not renamed: ${answer.status} ${await answer.text()}`);
  };
  return {
    there({ graphId, address }, isThere) {
      const user = scene.graph.users.get(graphId);
      if (user) scene.graph.users.set(graphId, { ...user, mail: isThere ? address : null });
    },
    async rename(person, what, name) {
      const { places } = person.mailbox;
      if (what === 'contact folder') {
        const [folder] = places.contactFolders();
        if (folder) places.renameContactFolder(folder.id, name);
        return;
      }
      // The first two are Outlook's own, which nobody renames.
      const [, , list] = places.taskLists();
      if (list) await patch(person, `todo/lists/${list.id}`, name);
    },
  };
}
