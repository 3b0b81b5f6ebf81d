/** What other modules may use of règlements. */
export {
  findReglementOn,
  publishReglement,
  type ReglementInForce,
  type VersionRow,
} from './reglement.store.ts';
export { askAllVersions, askRules, compiledRules, type RulesOn } from './rules.ts';
