import type { Desk } from '../world/desk.ts';

/** The one Microsoft 365 tenant of the sandbox. The names are invented; the domain is reserved for examples (RFC 2606). */
export const tenant = {
  id: '5e1f3a70-4c1d-4b8e-9a57-0d2c6b9e7f11',
  displayName: 'Fernwood Holding',
  domain: 'fernwood.example',
  /** each with a domain of its own in the tenant */
  companies: [
    { name: 'Fernwood Timber', domain: 'fernwood.example' },
    { name: 'Alderbrook Marine', domain: 'alderbrook.example' },
    { name: 'Quillmoor Energy', domain: 'quillmoor.example' },
  ],
} as const;

/** Every person of the sandbox signs in with this password; the login page says so. */
export const demoPassword = 'Lockstep-demo-1';

/** A switch per person or application: what the administrator of the tenant did to their tokens. */
export interface Standing {
  /** access tokens of older generations are dead; the claim `rh` carries the generation */
  generation: number;
  /** applications: their client secret ran out */
  secretExpired?: boolean;
}

export const standingOf = (desk: Desk) => desk.world.table<Standing>('identity.standing');
