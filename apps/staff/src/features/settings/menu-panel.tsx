import { CheckField } from '@preau/ui/forms/check-field';
import { Panel } from '@preau/ui/shell/panel';
import type { PartProps } from './part.ts';
import { settingsFields } from './settings-draft.ts';
import { SettingsTextField } from './settings-field.tsx';
import classes from './settings.module.css';

const longestLabel = 30;

/** What the family portal proposes, and in which words. */
export function MenuPanel(part: PartProps) {
  const { draft, onChange } = part;
  return (
    <Panel title="Menu des familles">
      <CheckField
        label={settingsFields.enrolments.label}
        hint="Les familles demandent l’inscription à un accueil, le service accepte ou refuse."
        checked={draft.enrolments}
        onChange={(enrolments) => onChange({ ...draft, enrolments })}
      />
      <CheckField
        label={settingsFields.invoices.label}
        hint="Décoché, l’entrée, sa tuile et sa page disparaissent du portail."
        checked={draft.invoices}
        onChange={(invoices) => onChange({ ...draft, invoices })}
      />
      <CheckField
        label={settingsFields.requests.label}
        hint="Décoché, les familles ne peuvent plus envoyer de documents."
        checked={draft.requests}
        onChange={(requests) => onChange({ ...draft, requests })}
      />
      <div className={classes.pair}>
        <SettingsTextField {...part} field="newsLabel" maxLength={longestLabel} />
        <SettingsTextField {...part} field="enrolmentsLabel" maxLength={longestLabel} />
        <SettingsTextField {...part} field="bookingsLabel" maxLength={longestLabel} />
        <SettingsTextField {...part} field="invoicesLabel" maxLength={longestLabel} />
        <SettingsTextField {...part} field="requestsLabel" maxLength={longestLabel} />
      </div>
    </Panel>
  );
}
