/** The rules every booking is decided by. */
export {
  askAllVersions,
  askRules,
  compiledRules,
  type RulesOn,
} from '../reglements/reglements.public.ts';
