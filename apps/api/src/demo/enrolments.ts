import type { ReglementDocument } from '@preau/domain/reglement/document';
import { newId } from '../platform/ids.ts';
import { statement } from '../platform/db/statement.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { classOf, groupOf } from './school-classes.ts';
import type { AgeGroupCode, DemoChild, DemoFacility } from './town.ts';

/** An activity of the règlement where it is offered. */
export type OfferedActivity = {
  readonly id: string;
  readonly code: string;
  readonly facility: DemoFacility;
};

/** A child accepted in an activity for a school year, in the age group of that year. */
export type DemoEnrolment = {
  readonly child: DemoChild;
  readonly activityId: string;
  readonly group: AgeGroupCode;
  readonly schoolYear: string;
};

/** Every child in each activity of its facilities that welcomes its age group, year by year. */
export function enrolEverybody(
  children: readonly DemoChild[],
  offered: readonly OfferedActivity[],
  document: ReglementDocument,
  schoolYears: readonly string[],
): DemoEnrolment[] {
  return children.flatMap((child) =>
    schoolYears.flatMap((schoolYear) => {
      const schoolClass = classOf(child.birthOn, schoolYear);
      if (schoolClass === undefined) return [];
      const group = groupOf(schoolClass);
      return offered
        .filter(({ facility }) => child.facilities.includes(facility.key))
        .filter((activity) => welcomes(activity, group, document))
        .map(({ id }) => ({ child, activityId: id, group, schoolYear }));
    }),
  );
}

function welcomes(
  { code, facility }: OfferedActivity,
  group: AgeGroupCode,
  { activities }: ReglementDocument,
): boolean {
  const units = activities.find((activity) => activity.code === code)?.units ?? [];
  return units
    .flatMap(({ parts }) => parts)
    .every((part) => facility.places[part]?.[group] !== undefined);
}

const insert = statement<never>(
  'demo.enrolments',
  `insert into enrolment (organisation_id, id, child_id, activity_id, age_group, school_year, state)
   select $1, id, child, activity, "group", year, 'accepted'
   from jsonb_to_recordset($2) as r (id uuid, child uuid, activity uuid, "group" text, year text)`,
);

export function insertEnrolments(tx: Tx, enrolments: readonly DemoEnrolment[]): void {
  const rows = enrolments.map(({ child, activityId, group, schoolYear }) => ({
    id: newId(),
    child: child.id,
    activity: activityId,
    group,
    year: schoolYear,
  }));
  tx.write(insert, [tx.organisationId, JSON.stringify(rows)]);
}
