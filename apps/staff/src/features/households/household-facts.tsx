import { day } from '@preau/domain/time/day';
import { localDayOf } from '@preau/domain/time/instant';
import { Panel } from '@preau/ui/shell/panel';
import { deviceNow } from '../../shared/clock.ts';
import { formatDate } from '../../shared/format.ts';
import { useOrganisation } from '../../shared/organisation.ts';
import classes from './household-page.module.css';
import type { Household } from './households.queries.ts';

/** Where the household lives, and the quotient its prices are made of. */
export function HouseholdFacts({ household }: { readonly household: Household }) {
  const { data: organisation } = useOrganisation();
  const today = organisation ? localDayOf(deviceNow(), organisation.timeZone) : null;
  const { address, quotients } = household;
  const present = quotients.find(({ validFrom }) => today !== null && validFrom <= today);
  const coming = quotients.filter(({ validFrom }) => today !== null && validFrom > today);
  return (
    <Panel title="Foyer">
      <dl className={classes.facts}>
        <div>
          <dt>Adresse</dt>
          <dd>{address ?? 'Non renseignée'}</dd>
        </div>
        <div>
          <dt>Quotient familial</dt>
          <dd>
            {present
              ? `${present.quotient}, depuis le ${formatDate(day(present.validFrom))}`
              : 'Non renseigné : tarif maximal'}
            {coming.map(({ validFrom, quotient }) => (
              <span key={validFrom} className={classes.soft}>
                {' '}
                ; {quotient} à partir du {formatDate(day(validFrom))}
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
