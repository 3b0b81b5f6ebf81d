import type { Problem, Steps } from '@preau/domain/reglement/check';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import { nearestName } from '@preau/domain/reglement/nearest-name';
import type { Case } from './case.schema.ts';
import type { CaseFacts, CaseHousehold } from './facts.schema.ts';
import type { CaseStep } from './steps.schema.ts';

/**
 * What cases name that their règlement, or they themselves, do not have: units, children,
 * memberships… Each is told in French with the name that was likely meant.
 *
 * @returns the place of each in the file, `cases` first
 */
export function findCaseProblems(document: ReglementDocument, cases: readonly Case[]): Problem[] {
  const names = namesOf(document);
  const problems: Problem[] = [];
  const ids = cases.map(({ id }, at) => id ?? `${document.code}-${at + 1}`);
  for (const [at, worked] of cases.entries()) {
    const path: Steps = ['cases', at];
    if (ids.indexOf(ids[at] ?? '') < at) {
      problems.push({ path, message: `l’identifiant « ${ids[at]} » est pris deux fois` });
    }
    for (const used of [...usedBy(worked), ...unsaidBy(worked, names)]) {
      const message = wrongName(used, worked, names);
      if (message !== null) problems.push({ path: [...path, ...used.path], message });
    }
  }
  return problems;
}

/** Kinds of names, as a sentence has them: « « x » n’est pas une unité de ce règlement ». */
const kinds = {
  unit: 'une unité de ce règlement',
  activity: 'une activité de ce règlement',
  residence: 'une classe de domicile de ce règlement',
  scheme: 'un régime social de ce règlement',
  flag: 'une situation (flags) de ce règlement',
  mode: 'un mode de réservation de ce règlement',
  extra: 'un supplément (extras) de ce règlement',
  document: 'un document demandé par ce règlement',
  membership: 'une adhésion de ce règlement',
  fee: 'un frais de ce règlement',
  child: 'un enfant de ce cas',
} as const;

type Kind = keyof typeof kinds;

/** `name: null`: it has to be said, and is said nowhere. */
type Used = { readonly path: Steps; readonly kind: Kind; readonly name: string | null };

type Names = Readonly<Record<Exclude<Kind, 'child'>, readonly string[]>>;

const codesOf = (bearers: readonly { readonly code: string }[] = []) =>
  bearers.map(({ code }) => code);

function namesOf(document: ReglementDocument): Names {
  const { profile, activities } = document;
  const units = activities.flatMap((activity) => activity.units);
  return {
    unit: codesOf(units),
    activity: codesOf(activities),
    residence: codesOf(profile?.residences),
    scheme: codesOf(profile?.schemes),
    flag: codesOf(profile?.flags),
    mode: codesOf(profile?.modes),
    extra: codesOf(units.flatMap(({ extras = [] }) => extras)),
    document: codesOf(document.documents),
    membership: codesOf(document.memberships),
    fee: codesOf(document.fees),
  };
}

function wrongName({ kind, name }: Used, worked: Case, names: Names): string | null {
  const known = kind === 'child' ? Object.keys(worked.children) : names[kind];
  if (name === null)
    return `il faut dire ${kind === 'child' ? 'quel enfant' : 'quelle unité'} (« ${kind} »)`;
  if (known.includes(name)) return null;
  const nearest = nearestName(name, known);
  const meant = nearest === null ? '' : ` ; vouliez-vous dire « ${nearest} » ?`;
  return `« ${name} » n’est pas ${kinds[kind]}${meant}`;
}

function usedBy(worked: Case): Used[] {
  return [
    ...one('unit', worked.unit, ['unit']),
    ...one('child', worked.child, ['child']),
    ...byFacts(worked.facts, ['facts']),
    ...byHousehold(worked.household, ['household']),
    ...byChildren(worked.children, ['children']),
    ...worked.steps.flatMap((step, at) => byStep(step, ['steps', at])),
  ];
}

function byFacts({ documents = [], otherUnits }: CaseFacts, path: Steps): Used[] {
  return [
    ...documents.flatMap(({ code }, at) =>
      one('document', code, [...path, 'documents', at, 'code']),
    ),
    ...many('unit', otherUnits, [...path, 'otherUnits']),
  ];
}

function byHousehold({ residence, scheme, flags }: CaseHousehold, path: Steps): Used[] {
  return [
    ...one('residence', residence, [...path, 'residence']),
    ...one('scheme', scheme, [...path, 'scheme']),
    ...many('flag', flags, [...path, 'flags']),
  ];
}

function byChildren(children: Case['children'], path: Steps): Used[] {
  return Object.entries(children).flatMap(([id, { flags, activities }]) => [
    ...many('flag', flags, [...path, id, 'flags']),
    ...many('activity', activities, [...path, id, 'activities']),
  ]);
}

function byStep(step: CaseStep, path: Steps): Used[] {
  const { unit, child, mode, extras, membership, fee } = wordsOf(step);
  const own: Used[] = [
    ...one('unit', unit, [...path, 'unit']),
    ...one('child', child, [...path, 'child']),
    ...one('mode', mode, [...path, 'mode']),
    ...many('extra', extras, [...path, 'extras']),
    ...one('membership', membership, [...path, 'membership']),
    ...one('fee', fee, [...path, 'fee']),
  ];
  if (step.do !== 'know') return own;
  const { facts = {}, household = {}, children = {} } = step;
  return [
    ...byFacts(facts, [...path, 'facts']),
    ...byHousehold(household, [...path, 'household']),
    ...byChildren(children, [...path, 'children']),
  ];
}

/** The names a step of any kind may use. */
type Words = {
  readonly do: CaseStep['do'];
  readonly unit?: string | undefined;
  readonly child?: string | undefined;
  readonly mode?: string | undefined;
  readonly extras?: readonly string[] | undefined;
  readonly membership?: string | undefined;
  readonly fee?: string | undefined;
};

function wordsOf(step: CaseStep): Words {
  return step;
}

/** Where several children or units may be meant, and none is. */
function unsaidBy(worked: Case, names: Names): Used[] {
  const manyUnits = names.unit.length > 1 && worked.unit === undefined;
  const manyChildren = Object.keys(worked.children).length > 1 && worked.child === undefined;
  return worked.steps.flatMap((step, at): Used[] => {
    const { unit, child } = wordsOf(step);
    const path: Steps = ['steps', at];
    const noUnit = manyUnits && unit === undefined && needsUnit(step);
    const noChild = manyChildren && child === undefined && (needsUnit(step) || step.do === 'prove');
    return [
      ...(noUnit ? [{ path, kind: 'unit', name: null } as const] : []),
      ...(noChild ? [{ path, kind: 'child', name: null } as const] : []),
    ];
  });
}

function needsUnit({ do: what }: CaseStep): boolean {
  return !['know', 'quotient', 'join', 'charge', 'prove', 'bill'].includes(what);
}

function one(kind: Kind, name: string | undefined, path: Steps): Used[] {
  return name === undefined ? [] : [{ kind, name, path }];
}

function many(kind: Kind, written: readonly string[] = [], path: Steps): Used[] {
  return written.map((name, at) => ({ kind, name, path: [...path, at] }));
}
