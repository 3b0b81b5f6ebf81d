/** Steps from the document to one of its fields, as it is written. */
export type Steps = readonly (string | number)[];

/** Something wrong in a document, or left unsaid by it, in French, and the field it is about. */
export type Problem = { readonly path: Steps; readonly message: string };

export type Findings = {
  /** What can be run by nobody. */
  readonly problems: Problem[];
  /** What the source of a study may leave open, and a règlement in force may not. */
  readonly unsaid: Problem[];
};

/** A field that is being checked, which knows where it stands and what it is called. */
export type Place = {
  /** Further in; `name` is added to what it is called, where it has a name of its own. */
  at(steps: Steps, name?: string): Place;
  wrong(sentence: string): void;
  unsaid(sentence: string): void;
};

/** A place of the document, whose faults go to these findings. */
export function placeIn(findings: Findings, path: Steps = [], name = ''): Place {
  const problem = (sentence: string): Problem => ({
    path,
    message: name === '' ? sentence : `${name} : ${sentence}`,
  });
  return {
    at: (steps, further) =>
      placeIn(
        findings,
        [...path, ...steps],
        [name, further ?? ''].filter((part) => part !== '').join(', '),
      ),
    wrong: (sentence) => void findings.problems.push(problem(sentence)),
    unsaid: (sentence) => void findings.unsaid.push(problem(sentence)),
  };
}
