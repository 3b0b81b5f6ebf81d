import type { Page, Response } from 'playwright-core';

/** What a page does and must not; told all together at the end of the journey. */
export type FaultWatch = {
  /** This answer is part of the story: it is no fault, and must happen. */
  expect(status: number, path: string): void;
  /** Any answer with this status is part of the story from now on, e.g. 401 once signed out. */
  allow(status: number): void;
  /** Adds what was found by looking at the page. */
  note(found: readonly string[]): void;
  list(): readonly string[];
};

/** How a page learns that nobody is signed in. */
const askingWhoIsSignedIn = /^\/api\/(family|staff)\/me$/;
/** The browser's own line for an answer ≥ 400, which is judged where the answer is seen. */
const failedAnswer = /^Failed to load resource:/;

/**
 * Notes requests to anybody else than the site, errors on the console, exceptions nobody caught
 * and answers ≥ 400 that are not part of the story.
 */
export function watchFaults(page: Page, siteUrl: string): FaultWatch {
  const { origin } = new URL(siteUrl);
  const faults: string[] = [];
  const expected = new Map<string, number>();
  const allowed = new Set<number>();
  page.on('request', (request) => {
    const url = new URL(request.url());
    const local = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!local) faults.push(`A request left the site: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' || failedAnswer.test(message.text())) return;
    faults.push(`Console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`Not caught: ${error.message}`));
  page.on('response', (response) => {
    if (!allowed.has(response.status())) judge(response, expected, faults);
  });
  return {
    expect: (status, path) => expected.set(`${status} ${path}`, 0),
    allow: (status) => allowed.add(status),
    note: (found) => faults.push(...found),
    list: () => [
      ...faults,
      ...[...expected].flatMap(([answer, met]) => (met > 0 ? [] : [`Never answered: ${answer}`])),
    ],
  };
}

function judge(response: Response, expected: Map<string, number>, faults: string[]): void {
  const status = response.status();
  const { pathname } = new URL(response.url());
  const answer = `${status} ${pathname}`;
  const met = expected.get(answer);
  if (met !== undefined) expected.set(answer, met + 1);
  else if (status >= 400 && !(status === 401 && askingWhoIsSignedIn.test(pathname))) {
    faults.push(`Answered ${answer}`);
  }
}
