/** What a form shows of the call it makes. */
export type CallState = {
  readonly busy: boolean;
  readonly done: boolean;
  /** Sentence of the last refusal. */
  readonly problem: string | undefined;
};
