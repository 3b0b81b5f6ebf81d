import { Panel } from '@preau/ui/shell/panel';
import type { PartProps } from './part.ts';
import { SettingsTextField } from './settings-field.tsx';
import classes from './settings.module.css';

/** The name of the organisation. */
export function NamePanel(part: PartProps) {
  return (
    <Panel title="Organisation">
      <SettingsTextField
        {...part}
        field="name"
        maxLength={80}
        hint="Tel que les familles le lisent en haut de chaque page."
      />
    </Panel>
  );
}

/** Whom families reach, how and when. */
export function ContactPanel(part: PartProps) {
  return (
    <Panel title="Contact">
      <p className={classes.soft}>
        Ces informations figurent au pied du portail, dans les e‑mails et à côté de ce qui n’est
        plus possible en ligne.
      </p>
      <SettingsTextField
        {...part}
        field="contactName"
        maxLength={80}
        hint="Avec son article, tel qu’on le lit après « contactez » : le service enfance."
      />
      <div className={classes.pair}>
        <SettingsTextField {...part} field="phone" maxLength={120} inputMode="tel" />
        <SettingsTextField {...part} field="email" maxLength={254} type="email" />
      </div>
      <SettingsTextField {...part} field="address" maxLength={120} />
      <SettingsTextField
        {...part}
        field="townHallEmail"
        maxLength={254}
        type="email"
        optional
        hint="Pour « Vous êtes une mairie ? Contactez-nous ». Sans elle, l’adresse ci-dessus."
      />
    </Panel>
  );
}
