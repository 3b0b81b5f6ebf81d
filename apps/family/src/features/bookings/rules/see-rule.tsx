import classes from './see-rule.module.css';

type SeeRuleProps = { readonly onSee: () => void };

/** Leads from what is said of a day to the rule it comes from. */
export function SeeRule({ onSee }: SeeRuleProps) {
  return (
    <button type="button" className={classes.see} onClick={onSee}>
      Voir la règle
    </button>
  );
}
