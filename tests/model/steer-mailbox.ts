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
  rename(person: ScenePerson, what: Exclude<Renamed, 'mail folder'>, name: string): void;
}

export function steerMailbox(scene: Scene): SteerMailbox {
  return {
    there({ graphId, address }, isThere) {
      const user = scene.graph.users.get(graphId);
      if (user) scene.graph.users.set(graphId, { ...user, mail: isThere ? address : null });
    },
    rename(person, what, name) {
      const { places } = person.mailbox;
      if (what === 'contact folder') {
        const [folder] = places.contactFolders();
        if (folder) places.renameContactFolder(folder.id, name);
        return;
      }
      // The first two are Outlook's own, which nobody renames.
      const [, , list] = places.taskLists();
      if (list) places.renameTaskList(list.id, name);
    },
  };
}
