import type { ReglementDocument } from '@preau/domain/reglement/document';
import type { AcceptedEnrolment } from '../modules/enrolments/enrolments.public.ts';
import { classOf, groupOf } from './school-classes.ts';
import type { AgeGroupCode, DemoChild, DemoFacility } from './town.ts';

/** An activity of the règlement where it is offered. */
export type OfferedActivity = {
  readonly id: string;
  readonly code: string;
  readonly facility: DemoFacility;
};

/** Every child in each activity of its facilities that welcomes it, in its age group of each year. */
export function enrolEverybody(
  children: readonly DemoChild[],
  offered: readonly OfferedActivity[],
  document: ReglementDocument,
  schoolYears: readonly string[],
): AcceptedEnrolment[] {
  return children.flatMap((child) =>
    schoolYears.flatMap((schoolYear) => {
      const group = groupIn(child, schoolYear);
      if (group === undefined) return [];
      return offered
        .filter(({ facility }) => child.facilities.includes(facility.key))
        .filter((activity) => welcomes(activity, group, document))
        .map(({ id }) => ({ childId: child.id, activityId: id, ageGroup: group, schoolYear }));
    }),
  );
}

function groupIn(
  { birthOn, olderThanSchool }: DemoChild,
  schoolYear: string,
): AgeGroupCode | undefined {
  const schoolClass = classOf(birthOn, schoolYear);
  if (schoolClass !== undefined) return groupOf(schoolClass);
  return olderThanSchool?.schoolYear === schoolYear ? olderThanSchool.group : undefined;
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
