import { formatClock } from '@preau/domain/explain/format-fr';
import { ChevronDown, TriangleAlert } from 'lucide-react';
import type { ExpectedChild, ExpectedUnit, FacilityDay } from './attendance.queries.ts';
import classes from './attendance.module.css';

/** One site: its units in the order of the day, each with its children. */
export function FacilitySection({ facility }: { readonly facility: FacilityDay }) {
  const units = facility.activities
    .flatMap(({ label, units }) => units.map((unit) => ({ activity: label, unit })))
    .toSorted((one, other) => one.unit.startsAt.localeCompare(other.unit.startsAt));
  const titleId = `site-${facility.id}`;
  return (
    <section className={classes.facility} aria-labelledby={titleId}>
      <h2 id={titleId}>{facility.name}</h2>
      {units.map(({ activity, unit }) => (
        <UnitPanel key={unit.unit} activity={activity} unit={unit} />
      ))}
    </section>
  );
}

type UnitPanelProps = { readonly activity: string; readonly unit: ExpectedUnit };

function UnitPanel({ activity, unit }: UnitPanelProps) {
  const title = unit.label.includes(activity) ? unit.label : `${activity} · ${unit.label}`;
  return (
    <details className={classes.unit} open={unit.expected > 0}>
      <summary className={classes.summary}>
        <span className={classes.unitTitle}>
          <strong>{title}</strong>
          <span className={classes.muted}>
            {formatClock(unit.startsAt)} – {formatClock(unit.endsAt)}
          </span>
        </span>
        <span className={classes.count}>{countWords(unit)}</span>
        <ChevronDown className={classes.chevron} size={22} aria-hidden="true" />
      </summary>
      {unit.children.length > 0 ? (
        <ul className={classes.children}>
          {unit.children.map((child) => (
            <ChildRow key={child.childId} child={child} />
          ))}
        </ul>
      ) : (
        <p className={classes.none}>{unit.closedLabel ?? 'Aucun enfant attendu.'}</p>
      )}
    </details>
  );
}

function countWords({ closedLabel, expected }: ExpectedUnit): string {
  if (closedLabel !== null) return 'Fermé';
  return expected > 1 ? `${expected} attendus` : `${expected} attendu`;
}

function ChildRow({ child }: { readonly child: ExpectedChild }) {
  return (
    <li className={classes.child}>
      <span className={classes.initial} aria-hidden="true">
        {child.firstName.charAt(0)}
      </span>
      <span>
        <strong>
          {child.lastName} {child.firstName}
        </strong>{' '}
        <span className={classes.muted}>{child.schoolClass}</span>
        {child.allergies ? (
          <span className={classes.allergies}>
            <TriangleAlert size={16} aria-hidden="true" />
            Allergies : {child.allergies}
          </span>
        ) : null}
      </span>
    </li>
  );
}
