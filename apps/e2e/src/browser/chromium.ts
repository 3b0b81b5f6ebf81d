import { findChromium } from '@preau/dev/chromium';
import { type Browser, chromium } from 'playwright-core';

/** No sandbox: CI and containers run as root. Nothing is fetched behind the journeys' back. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium with an empty profile.
 * @throws when there is none on this machine: journeys that do not run have failed.
 */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(process.env), args: flags });
}
