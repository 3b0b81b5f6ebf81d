/** What is kept of a piece of news; the day says the rest (`NewsStanding`). */
export type NewsState = 'draft' | 'published' | 'withdrawn';

export type NewsMove = 'publish' | 'withdraw';

/** From which states a move is possible, and where it leads. */
const moves: Readonly<Record<NewsMove, { from: readonly NewsState[]; to: NewsState }>> = {
  publish: { from: ['draft', 'withdrawn'], to: 'published' },
  withdraw: { from: ['published'], to: 'withdrawn' },
};

/** The state a move leads to; `undefined` where it is not possible. */
export function stateAfter(move: NewsMove, state: NewsState): NewsState | undefined {
  const { from, to } = moves[move];
  return from.includes(state) ? to : undefined;
}
