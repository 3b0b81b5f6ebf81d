import { formatClock } from '@preau/domain/explain/format-fr';
import { Tag } from '@preau/ui/feedback/tag';
import { ChevronDown, TriangleAlert } from 'lucide-react';
import type {
  ExpectedActivity,
  ExpectedChild,
  ExpectedFacility,
  ExpectedUnit,
} from './attendance.queries.ts';
import { facilityWords, unitWords } from './expected-counts.ts';
import classes from './expected-facility.module.css';

/** One site: its activities, their units in the order of the day, the children of each. */
export function FacilitySection({ facility }: { readonly facility: ExpectedFacility }) {
  const titleId = `site-${facility.id}`;
  return (
    <section className={classes.facility} aria-labelledby={titleId}>
      <header className={classes.facilityHead}>
        <h2 id={titleId}>{facility.name}</h2>
        <p className={classes.soft}>{facilityWords(facility)}</p>
      </header>
      {facility.activities.map((activity) => (
        <ActivityPanel key={activity.activity} activity={activity} />
      ))}
    </section>
  );
}

function ActivityPanel({ activity }: { readonly activity: ExpectedActivity }) {
  const { label, units } = activity;
  // An activity of one unit often bears its name: it is not said twice.
  const named = units.some((unit) => unit.label !== label);
  return (
    <div className={classes.activity}>
      {named ? <h3 className={classes.activityTitle}>{label}</h3> : null}
      {units.map((unit) => (
        <UnitList key={unit.unit} unit={unit} Heading={named ? 'h4' : 'h3'} />
      ))}
    </div>
  );
}

type UnitListProps = { readonly unit: ExpectedUnit; readonly Heading: 'h3' | 'h4' };

function UnitList({ unit, Heading }: UnitListProps) {
  const heading = (
    <>
      <span className={classes.unitName}>
        <Heading className={classes.unitTitle}>{unit.label}</Heading>
        <span className={classes.hours}>
          {formatClock(unit.startsAt)} – {formatClock(unit.endsAt)}
        </span>
      </span>
      <span className={classes.count} data-empty={unit.expected === 0 || undefined}>
        {unitWords(unit)}
      </span>
    </>
  );
  if (unit.children.length === 0) {
    return (
      <div className={classes.unit}>
        <div className={classes.unitHead}>{heading}</div>
        {unit.closedLabel === null ? null : <p className={classes.closed}>{unit.closedLabel}</p>}
      </div>
    );
  }
  return (
    <details className={classes.unit} open>
      <summary className={classes.unitHead}>
        {heading}
        <ChevronDown className={classes.chevron} size={22} aria-hidden="true" />
      </summary>
      {unit.closedLabel === null ? null : (
        <p className={classes.closed}>
          {unit.closedLabel} : ces enfants étaient réservés avant la fermeture.
        </p>
      )}
      <ul className={classes.children}>
        {unit.children.map((child) => (
          <ChildLine key={child.childId} child={child} />
        ))}
      </ul>
    </details>
  );
}

function ChildLine({ child }: { readonly child: ExpectedChild }) {
  const { firstName, lastName, schoolClass, allergies } = child;
  return (
    <li className={classes.child}>
      <p>
        <strong>
          {lastName} {firstName}
        </strong>{' '}
        <span className={classes.soft}>{schoolClass}</span>
      </p>
      {allergies === null ? null : (
        <Tag tone="warning" icon={<TriangleAlert size={16} />}>
          Allergies : {allergies}
        </Tag>
      )}
    </li>
  );
}
