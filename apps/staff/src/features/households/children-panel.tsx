import { day } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { Panel } from '@preau/ui/shell/panel';
import { Link } from 'react-router';
import { deviceNow } from '../../shared/clock.ts';
import { formatAge, formatDate } from '../../shared/format.ts';
import { useOrganisation, usePaths } from '../../shared/organisation.ts';
import { Allergies } from './allergies.tsx';
import { ChildEnrolments } from './child-enrolments.tsx';
import classes from './household-page.module.css';
import type { Child, Household } from './households.queries.ts';

/** The children of the household: class, age, allergies, what they are enrolled in. */
export function ChildrenPanel({ household }: { readonly household: Household }) {
  return (
    <Panel title="Enfants">
      <ul className={classes.list}>
        {household.children.map((child) => (
          <li key={child.id} className={classes.person}>
            <p>
              <strong>
                {child.firstName} {child.lastName}
              </strong>{' '}
              <span className={classes.soft}>{child.schoolClass}</span>
            </p>
            <Birth child={child} />
            <OtherHouseholds child={child} />
            <Allergies key={String(child.hasAllergies)} householdId={household.id} child={child} />
            <ChildEnrolments householdId={household.id} child={child} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Birth({ child }: { readonly child: Child }) {
  const { data: organisation } = useOrganisation();
  if (!organisation) return null;
  const born = day(child.birthOn);
  const age = formatAge(born, localDayOf(deviceNow(), organisation.timeZone));
  return (
    <p className={classes.soft}>
      {age}, date de naissance : {formatDate(born)}
    </p>
  );
}

/** Separated parents: told to the staff, never to either parent. */
function OtherHouseholds({ child }: { readonly child: Child }) {
  const paths = usePaths();
  if (child.otherHouseholds.length === 0) return null;
  return (
    <p>
      Aussi dans le foyer{' '}
      {child.otherHouseholds.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          <Link to={paths.family(id)}>{name}</Link>
        </span>
      ))}
      <span className={classes.soft}> (les deux parents ne se voient pas).</span>
    </p>
  );
}
