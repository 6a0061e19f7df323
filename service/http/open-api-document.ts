import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Environment } from './environment.ts';

/** OpenAPI 3.1 of everything registered on the app. */
export const openApiDocument = (app: OpenAPIHono<Environment>, version: string) => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Lockstep',
      version,
      description:
        'Errors are RFC 9457 problems with a stable `code`. Clients name themselves by `Lockstep-Client: surface/version`. Lists answer `{items, nextCursor}`. Within /api changes are additive.',
    },
    servers: [{ url: '/' }],
  });
};
