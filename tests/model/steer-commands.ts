import fc from 'fast-check';
import { command, index, who } from './command.ts';
import type { Renamed } from './real.ts';

const off = fc.boolean();

const undoes = fc.tuple(who, index).map(([by, back]) => command(`undo(${by}, ${back} back)`, (real) => real.undo(real.person(by), back)));
const resets = who.map((by) => command(`reset(${by})`, (real) => real.reset(real.person(by))));
const restarts = fc.constant(command('restart', (real) => real.restart()));
const disables = fc
  .tuple(who, off)
  .map(([by, isOff]) => command(`mailbox.${isOff ? 'disable' : 'enable'}(${by})`, (real) => real.mailbox(real.person(by), !isOff)));
const hints = fc
  .tuple(who, fc.constantFrom<'arrives' | 'is lost' | 'is doubled'>('arrives', 'arrives', 'is lost', 'is doubled'))
  .map(([by, how]) => command(`notification(${by}, ${how})`, (real) => real.hint(real.person(by), how)));
const renames = fc
  .tuple(who, fc.constantFrom<Renamed>('contact folder', 'task list', 'mail folder', 'mail folder'))
  .map(([by, what]) => command(`rename(${by}, ${what})`, (real) => real.rename(real.person(by), what)));
/** What administrators, Exchange and the machine do to mailboxes and to us. */
export const steerCommands = [undoes, resets, restarts, disables, hints, renames];
