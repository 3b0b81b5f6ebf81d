/** One measured figure and, where there is one, the figure to reach. */
export type Figure = {
  readonly benchmark: string;
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** The yardstick measured in the same run, in the same unit; `null` where none applies. */
  readonly reference: number | null;
  /** e.g. `>= 1100`; `null` for a figure that is only told. */
  readonly target: string | null;
  readonly met: boolean | null;
};

type Comparison = '>=' | '<=' | '=';

export function figure(
  benchmark: string,
  name: string,
  value: number,
  unit: string,
  target: readonly [Comparison, number] | null = null,
  reference: number | null = null,
): Figure {
  const rounded = Math.round(value * 1_000) / 1_000;
  return {
    benchmark,
    figure: name,
    value: rounded,
    unit,
    reference,
    target: target && target.join(' '),
    met: target && holds(rounded, target),
  };
}

function holds(value: number, [comparison, bound]: readonly [Comparison, number]): boolean {
  switch (comparison) {
    case '>=':
      return value >= bound;
    case '<=':
      return value <= bound;
    case '=':
      return value === bound;
  }
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Nearest-rank percentile; 0 of an empty list. */
export function percentile(values: readonly number[], rank: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)] ?? 0;
}
