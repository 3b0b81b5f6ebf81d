import { Notice } from '@preau/ui/feedback/notice';
import { Field } from '@preau/ui/forms/field';
import { Panel } from '@preau/ui/shell/panel';
import { applyBrand } from '@preau/ui/theme/brand-tokens';
import { CalendarCheck, Plus } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { colourVerdict, ratioWords } from './colour-verdict.ts';
import type { PartProps } from './part.ts';
import classes from './settings.module.css';

/** The colour of both portals: chosen, judged and shown before it is saved. */
export function ColourPanel({ draft, errors, onChange }: PartProps) {
  const verdict = colourVerdict(draft.brandColor);
  const isColour = verdict.kind !== 'not-a-colour';
  const change = ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
    onChange({ ...draft, brandColor: value });
  return (
    <Panel title="Couleur">
      <div className={classes.pair}>
        <Field
          label="Choisir une couleur"
          type="color"
          value={isColour ? draft.brandColor.trim().toLowerCase() : '#000000'}
          onChange={change}
        />
        <Field
          label="Ou écrire son code"
          maxLength={7}
          autoComplete="off"
          spellCheck={false}
          value={draft.brandColor}
          error={errors.get('brandColor')}
          onChange={change}
        />
      </div>
      <Verdict chosen={draft.brandColor} />
      {isColour ? <ColourPreview colour={draft.brandColor} name={draft.name} /> : null}
    </Panel>
  );
}

function Verdict({ chosen }: { readonly chosen: string }) {
  const verdict = colourVerdict(chosen);
  switch (verdict.kind) {
    case 'not-a-colour':
      return (
        <Notice tone="warning" announced>
          Ce n’est pas encore le code d’une couleur, comme #0b6b5b.
        </Notice>
      );
    case 'kept':
      return (
        <Notice tone="success" announced>
          Lisible : contraste de {ratioWords(verdict.ratio)}, pour 4,5 : 1 demandés.
        </Notice>
      );
    case 'darkened':
      return (
        <Notice tone="warning" title="Trop claire pour être lue" announced>
          Son contraste est de {ratioWords(verdict.ratio)}, pour 4,5 : 1 demandés. Les portails se
          serviront de la même teinte plus foncée, {verdict.used} ({ratioWords(verdict.usedRatio)}).
        </Notice>
      );
  }
}

type ColourPreviewProps = { readonly colour: string; readonly name: string };

/** A piece of the portal in that colour, as it will be derived from it. */
function ColourPreview({ colour, name }: ColourPreviewProps) {
  const sample = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (sample.current) applyBrand(sample.current, colour.trim().toLowerCase());
  }, [colour]);
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.soft}>Aperçu, avant d’enregistrer</figcaption>
      <div ref={sample} className={classes.sample}>
        <p className={classes.sampleHead}>{name.trim() === '' ? 'Portail famille' : name}</p>
        <div className={classes.sampleBody}>
          <span className={classes.sampleEntry}>
            <CalendarCheck size={18} aria-hidden="true" />
            Mes réservations
          </span>
          <span className={classes.sampleButton}>Valider</span>
          <span className={classes.sampleCell}>
            <Plus size={18} aria-hidden="true" />À ajouter
          </span>
          <span className={classes.sampleLink}>Voir le détail</span>
        </div>
      </div>
    </figure>
  );
}
