import type { PersonName, World } from '../cast.ts';
import type { Asked } from '../requests.ts';

export type IdOf = (world: World) => string | Promise<string>;

/** One place where a route takes an id, with ids of objects that exist and are not the caller's. */
export type Spot = {
  readonly caller: PersonName;
  readonly ask: (world: World, id: string) => Asked | Promise<Asked>;
  readonly own: IdOf;
  readonly foreign: Readonly<Record<string, IdOf>>;
  /** Whether asking with one's own writes something; unless said, every method but GET does. */
  readonly writes?: boolean;
};
