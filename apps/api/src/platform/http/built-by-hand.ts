import type { FastifySerializerCompiler } from 'fastify';
import type { Services } from '../services.ts';

const stringify: FastifySerializerCompiler<unknown> = () => (data) => JSON.stringify(data);

/**
 * Route option for the few large answers that are built field by field from their schema's type:
 * the allow-list is the code that builds them, so production only writes them out. In test mode
 * the schema checks every one, so a field that does not belong fails there.
 */
export function builtByHand(mode: Services['mode']): {
  serializerCompiler?: FastifySerializerCompiler<unknown>;
} {
  return mode === 'test' ? {} : { serializerCompiler: stringify };
}
