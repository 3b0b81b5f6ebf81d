/**
 * The part of an API description that one surface uses. Operation names lose the surface's own
 * prefix (`familyGetMe` → `getMe`): each client is imported alone.
 *
 * @param {{ paths?: Record<string, Record<string, any>> }} document
 * @param {'family' | 'staff'} surface
 */
export function onlySurface(document, surface) {
  const paths = Object.entries(document.paths ?? {})
    .filter(([address]) => address.startsWith(`/api/${surface}/`))
    .map(([address, operations]) => [address, withoutPrefix(operations, surface)]);
  if (paths.length === 0) throw new Error(`The description has no address under /api/${surface}/`);
  return { ...document, paths: Object.fromEntries(paths) };
}

/** @param {Record<string, any>} operations @param {string} surface */
function withoutPrefix(operations, surface) {
  return Object.fromEntries(
    Object.entries(operations).map(([method, operation]) => {
      const name = String(operation.operationId ?? '');
      if (!new RegExp(`^${surface}[A-Z]`).test(name)) return [method, operation];
      const short = name.charAt(surface.length).toLowerCase() + name.slice(surface.length + 1);
      return [method, { ...operation, operationId: short }];
    }),
  );
}
