import type { NamedCode, ReglementDocument } from '../reglement/document.ts';
import type { DescribeContext } from './description.ts';

/** The labels behind the codes of a document; a code without a label is shown as it is. */
export type Names = {
  readonly unit: (code: string) => string;
  readonly group: (code: string) => string;
  readonly residence: (code: string) => string;
  readonly scheme: (code: string) => string;
  readonly flag: (code: string) => string;
  readonly mode: (code: string) => string;
  readonly extra: (code: string) => string;
};

export function namesOf(document: ReglementDocument, { groups }: DescribeContext): Names {
  const { profile = {}, activities } = document;
  const units = activities.flatMap((activity) => activity.units);
  return {
    unit: labelIn(units),
    group: (code) => groups[code] ?? code,
    residence: labelIn(profile.residences ?? []),
    scheme: labelIn(profile.schemes ?? []),
    flag: labelIn(profile.flags ?? []),
    mode: labelIn(profile.modes ?? []),
    extra: labelIn(units.flatMap(({ extras }) => extras ?? [])),
  };
}

function labelIn(named: readonly NamedCode[]): (code: string) => string {
  const labels = new Map(named.map(({ code, label }) => [code, label]));
  return (code) => labels.get(code) ?? code;
}
