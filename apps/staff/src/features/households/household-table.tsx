import { Tag } from '@preau/ui/feedback/tag';
import { FileCheck, FileWarning } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import { AccessTag } from './access-words.tsx';
import classes from './household-table.module.css';
import type { ListedHousehold } from './households.queries.ts';

type Chosen = ReadonlyMap<string, ListedHousehold>;

type HouseholdTableProps = {
  readonly households: readonly ListedHousehold[];
  /** The family one comes back from: its line takes the focus. */
  readonly opened: string | null;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onOpen: (id: string) => void;
};

/** Families by name: who they are, how far their file and their accesses are. */
export function HouseholdTable(props: HouseholdTableProps) {
  const { households, opened, chosen, onChoose, onOpen } = props;
  const isChosen = ({ id }: ListedHousehold) => chosen.has(id);
  const allChosen = households.every(isChosen);
  const choose = (toggled: readonly ListedHousehold[], on: boolean) => {
    const next = new Map(chosen);
    for (const household of toggled) {
      if (on) next.set(household.id, household);
      else next.delete(household.id);
    }
    onChoose(next);
  };
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.tick}>
              <label className={classes.target}>
                <input
                  type="checkbox"
                  aria-label="Choisir toutes les familles affichées"
                  checked={allChosen}
                  ref={(box) => {
                    if (box) box.indeterminate = !allChosen && households.some(isChosen);
                  }}
                  onChange={({ currentTarget }) => choose(households, currentTarget.checked)}
                />
              </label>
            </th>
            <th scope="col">Famille</th>
            <th scope="col">Responsables et accès</th>
            <th scope="col">Enfants</th>
            <th scope="col">Dossier</th>
          </tr>
        </thead>
        <tbody>
          {households.map((household) => (
            <HouseholdRow
              key={household.id}
              household={household}
              takesFocus={household.id === opened}
              chosen={isChosen(household)}
              onChoose={(on) => choose([household], on)}
              onOpen={() => onOpen(household.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HouseholdRowProps = {
  readonly household: ListedHousehold;
  readonly takesFocus: boolean;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
  readonly onOpen: () => void;
};

function HouseholdRow({ household, takesFocus, chosen, onChoose, onOpen }: HouseholdRowProps) {
  const paths = usePaths();
  const link = useRef<HTMLAnchorElement>(null);
  const wasOpened = useRef(takesFocus);
  const { id, name, guardians, children, fileComplete } = household;

  useEffect(() => {
    if (!wasOpened.current) return;
    link.current?.scrollIntoView?.({ block: 'center' });
    link.current?.focus({ preventScroll: true });
  }, []);

  return (
    <tr data-chosen={chosen || undefined}>
      <td className={classes.tick}>
        <label className={classes.target}>
          <input
            type="checkbox"
            aria-label={`Choisir ${name}`}
            checked={chosen}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
          />
        </label>
      </td>
      <th scope="row">
        <Link
          ref={link}
          className={classes.name}
          to={paths.family(id)}
          state={{ fromFamilies: true }}
          onClick={onOpen}
        >
          {name}
        </Link>
      </th>
      <td>
        <ul className={classes.people}>
          {guardians.map(({ id: guardianId, firstName, lastName, phone, access }) => (
            <li key={guardianId} className={classes.guardian}>
              <span>
                {firstName} {lastName}{' '}
                {phone === null ? null : <span className={classes.soft}>· {phone}</span>}
              </span>
              <AccessTag access={access} />
            </li>
          ))}
        </ul>
      </td>
      <td>
        <ul className={classes.people}>
          {children.map(({ id: childId, firstName, lastName, schoolClass }) => (
            <li key={childId}>
              {firstName} {lastName} <span className={classes.soft}>{schoolClass}</span>
            </li>
          ))}
        </ul>
      </td>
      <td>
        {fileComplete ? (
          <Tag icon={<FileCheck size={16} />}>Complet</Tag>
        ) : (
          <Tag tone="warning" icon={<FileWarning size={16} />}>
            Incomplet
          </Tag>
        )}
      </td>
    </tr>
  );
}
