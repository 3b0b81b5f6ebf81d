import type { AbsenceRule, LatePickup, Occurrence, PresenceRules } from '../document.ts';
import { checkConditions } from './conditions.ts';
import { checkConsequence, checkDiscretion } from './consequences.ts';
import { checkLimit } from './limits.ts';
import type { Place } from './place.ts';
import { checkPrice } from './prices.ts';
import { checkAmount, checkClock, checkCount, checkFromZero, checkShare } from './scalars.ts';
import type { StageScope } from './stages.ts';

/** What comes of presences, absences and lateness. */
export function checkPresence(
  place: Place,
  presence: PresenceRules | undefined,
  scope: StageScope,
): void {
  if (presence === undefined) return;
  const { noShow, unbooked, latePickup, absences = [] } = presence;
  if (noShow) checkOccurrence(place.at(['noShow'], 'absence non prévenue'), noShow, scope, true);
  if (unbooked) {
    checkOccurrence(place.at(['unbooked'], 'présence sans réservation'), unbooked, scope, false);
  }
  if (latePickup) checkLatePickup(place.at(['latePickup'], 'retard'), latePickup, scope);
  checkClock(place.at(['earliestPickup']), presence.earliestPickup);
  absences.forEach((rule, at) => {
    const here = place.at(['absences', at], `absence, règle ${at + 1}`);
    checkReasons(here.at(['reasons']), rule, at, absences.slice(0, at));
    checkAbsence(here, rule, scope);
  });
}

/** Steps count from the first time, each from later than the one before unless it has conditions. */
function checkOccurrence(
  place: Place,
  { steps }: Occurrence,
  scope: StageScope,
  nobodyCame: boolean,
): void {
  if (steps.length === 0) place.at(['steps']).wrong('aucune conséquence');
  steps.forEach(({ from, when = [], consequence }, at) => {
    const here = place.at(['steps', at]);
    checkCount(here.at(['from']), from, 'fois');
    checkConditions(here.at(['when']), when, scope.names);
    checkConsequence(here.at(['consequence']), consequence, scope);
    if (nobodyCame && consequence.kind === 'refused') {
      here.at(['consequence', 'kind']).wrong('qui n’est pas venu ne peut pas être refusé');
    }
    const before = steps[at - 1];
    if (before === undefined || from > before.from) return;
    if (from === before.from && (when.length > 0 || (before.when ?? []).length > 0)) return;
    here.at(['from']).wrong(`les seuils ne vont pas croissant : ${from} suit ${before.from}`);
  });
}

function checkLatePickup(place: Place, late: LatePickup, scope: StageScope): void {
  checkClock(place.at(['after']), late.after);
  checkFromZero(place.at(['graceMinutes']), late.graceMinutes, 'minutes');
  checkCount(place.at(['from']), late.from, 'fois');
  const { charge } = late;
  const here = place.at(['charge']);
  switch (charge.kind) {
    case 'fixed':
      return checkAmount(here.at(['cents']), charge.cents);
    case 'perSlice':
      checkCount(here.at(['minutes']), charge.minutes, 'minutes');
      return checkAmount(here.at(['cents']), charge.cents);
    case 'tiers':
      if (charge.tiers.length === 0) here.at(['tiers']).wrong('aucun palier');
      return charge.tiers.forEach(({ after, cents }, at) => {
        const tier = here.at(['tiers', at]);
        checkClock(tier.at(['after']), after);
        checkAmount(tier.at(['cents']), cents);
        const before = charge.tiers[at - 1]?.after ?? '';
        if (after > before) return;
        tier.at(['after']).wrong(`les paliers ne sont pas dans l’ordre : ${after} suit ${before}`);
      });
    case 'price':
      return checkPrice(here.at(['price']), charge.price, scope);
  }
}

/** The first rule that names a reason, for spells that long, decides: one it leaves none never does. */
function checkReasons(
  place: Place,
  rule: AbsenceRule,
  at: number,
  before: readonly AbsenceRule[],
): void {
  const { reasons, atLeast } = rule;
  if (reasons.length === 0) place.wrong('aucun motif');
  reasons.forEach((reason, nth) => {
    const first = before.findIndex(
      (one) => one.reasons.includes(reason) && isReachedBy(one.atLeast, atLeast),
    );
    const other = reasons.indexOf(reason) < nth ? at : first;
    if (other === -1) return;
    place.at([nth]).wrong(`le motif « ${reason} » relève déjà de la règle ${other + 1}`);
  });
}

/** Whether every spell that reaches the second length reaches the first. */
function isReachedBy(first: AbsenceRule['atLeast'], second: AbsenceRule['atLeast']): boolean {
  if (first === undefined) return true;
  if (second === undefined) return first.days <= 1;
  // So many booked days are as many days of the calendar at least.
  return second.days >= first.days && (first.unit === 'calendar' || second.unit === 'booked');
}

function checkAbsence(place: Place, rule: AbsenceRule, scope: StageScope): void {
  if (rule.notice !== undefined) checkLimit(place.at(['notice']), rule.notice, scope);
  else if (rule.noticeOf !== undefined) {
    place.at(['noticeOf']).wrong('la règle ne dit pas de délai (notice)');
  }
  checkCount(place.at(['atLeast', 'days']), rule.atLeast?.days, 'jours');
  checkFromZero(place.at(['waitingDays']), rule.waitingDays, 'jours');
  const tiers = rule.proof?.tiers ?? [];
  if (rule.proof?.tiers.length === 0) place.at(['proof', 'tiers']).wrong('aucun délai');
  tiers.forEach(({ within, unit, waitingDays }, at) => {
    const here = place.at(['proof', 'tiers', at]);
    checkCount(here.at(['within']), within, unit === 'hours' ? 'heures' : 'jours');
    checkFromZero(here.at(['waitingDays']), waitingDays, 'jours');
    const before = tiers[at - 1];
    if (before?.unit !== unit || within > before.within) return;
    here.at(['within']).wrong(`les délais ne vont pas croissant : ${within} suit ${before.within}`);
  });
  const { effect } = rule;
  const here = place.at(['effect']);
  if (effect.kind === 'billedInPart') checkShare(here.at(['percent']), effect.percent);
  else if (effect.kind === 'billedAtDiscretion') checkDiscretion(here, effect);
}
