/** What other modules may use of règlements. */
export {
  areCompiled,
  askVersions,
  compileVersions,
  publishReglement,
  reglementOn,
  type ReglementInForce,
  type VersionRow,
} from './reglement.store.ts';
