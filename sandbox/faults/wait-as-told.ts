import type { Delays, Faults } from './faults.ts';

/** Holds an answer back as a distant server would: in real time, since it stands for the network and not for the world. */
export async function waitAsTold({ delays }: Pick<Faults, 'delays'>, service: keyof Delays): Promise<void> {
  if (delays[service] > 0) await new Promise((resolve) => setTimeout(resolve, delays[service]));
}
