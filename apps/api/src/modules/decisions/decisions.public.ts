/** What other modules may use of the staff's answers to requests. */
export { decisionFinal } from './decisions.errors.ts';
export { decisionsSweep } from './decisions-sweep.ts';
export {
  askDecision,
  askLatestDecisions,
  type DecisionRow,
  insertDecision,
  type MadeDecision,
  type ToTell,
  takeDecisionBack,
} from './decision.store.ts';
export { finalAfter } from './take-back.ts';
