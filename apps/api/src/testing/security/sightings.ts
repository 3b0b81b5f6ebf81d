import { type ActorName, cookieOf } from './actors.ts';
import { canariesIn } from './canaries.ts';
import { type Answer, type Asked, send } from './requests.ts';
import { surfaceExpectations } from './route-expectations.ts';
import type { World } from './cast.ts';

/** A canary and the request whose answer showed it. */
export type Sighting = { readonly canary: string; readonly at: string };

/** What an answer shows: its body and every header. */
export function shownBy({ text, headers }: Answer): string[] {
  return canariesIn(`${text}\n${JSON.stringify(headers)}`);
}

/**
 * Everything an actor is shown: every GET of both surfaces, then every write that asks who calls,
 * whatever the answer's status. Reads come first, as some writes empty what they show.
 */
export async function crawl(
  world: World,
  actor: ActorName,
  besides: readonly Asked[] = [],
): Promise<Sighting[]> {
  const sightings: Sighting[] = [];
  const ask = async (method: string, asked: Asked) => {
    const answer = await send(world.testApp, method, asked, await cookieOf(world, actor));
    const at = `${method} ${asked.path} (${answer.status})`;
    sightings.push(...shownBy(answer).map((canary) => ({ canary, at })));
  };
  const routes = Object.entries(surfaceExpectations);
  const reads = routes.filter(([key]) => key.startsWith('GET '));
  const writes = routes.filter(
    ([key, { answers }]) => !key.startsWith('GET ') && Object.keys(answers).length > 0,
  );
  for (const asked of besides) await ask('GET', asked);
  for (const [key, expectation] of [...reads, ...writes]) {
    const [method = ''] = key.split(' ');
    await ask(method, await expectation.ask(world));
  }
  return sightings;
}

/** The canaries seen, sorted, each once. */
export function canariesOf(sightings: readonly Sighting[]): string[] {
  return [...new Set(sightings.map(({ canary }) => canary))].toSorted();
}
