import { createServer } from 'node:net';

/**
 * Whether a port could be listened on just now.
 *
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export async function isFree(port, host = '127.0.0.1') {
  return port > 0 && (await listenOnce(port, host)) !== undefined;
}

/**
 * A port of 127.0.0.1 that nobody uses at this moment.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
  const port = await listenOnce(0, '127.0.0.1');
  if (port === undefined) throw new Error('127.0.0.1 has no port left');
  return port;
}

/**
 * @param {number} port 0 for any
 * @param {string} host
 * @returns {Promise<number | undefined>} the port when it could be had
 */
function listenOnce(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
