import { z } from 'zod';

export const siteList = z.object({
  id: z.string(),
  displayName: z.string().catch(''),
  list: z.object({ template: z.string() }).optional(),
});

/** A list made from the template for events; whatever it is called. */
export const isEventList = (list: unknown): boolean => siteList.safeParse(list).data?.list?.template === 'events';
