import type { ServiceAddress } from '../../core/host/index.ts';

/** The page comes from the service itself: that is where the service is. */
export const ownService = (): ServiceAddress => ({
  fixed: true,
  get: async () => location.origin,
  onChanged: () => () => undefined,
});
