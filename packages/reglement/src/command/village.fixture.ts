/** A small règlement that says much: two activities, a residence, a membership, lateness. */
export const village = `code: village
title: Village, garderie et cantine
validFrom: 2026-09-01
calendar: { schoolZone: A }
profile:
  residences:
    - { code: village, label: Du village }
    - { code: ailleurs, label: Hors du village }
  flags: [{ code: travaille-ici, label: Travaille au village }]
activities:
  - code: garderie
    kind: wraparound
    label: Garderie
    units:
      - code: soir
        label: Soir
        startsAt: 16:30
        endsAt: 18:30
        prices: { kind: flat, cents: 250 }
    booking:
      - until: { kind: daysBefore, days: 1, unit: working, at: '12:00' }
        consequence: { kind: normal }
      - { channels: [staff], until: null, consequence: { kind: surcharge, cents: 100 } }
    cancelling:
      - until: { kind: sameDay, at: '09:00' }
        consequence: { kind: normal }
      - { until: null, consequence: { kind: billedInFull } }
    presence:
      unbooked: { steps: [{ consequence: { kind: surcharge, cents: 300 } }] }
      latePickup: { charge: { kind: perSlice, minutes: 15, cents: 500 } }
      earliestPickup: '17:00'
      absences:
        - reasons: [illness]
          proof: { anchor: firstDay, tiers: [{ within: 3, unit: calendar }] }
          waitingDays: 1
          effect: { kind: free }
  - code: cantine
    kind: lunch
    label: Cantine
    units:
      - code: repas
        label: Repas
        startsAt: 12:00
        endsAt: 13:30
        prices:
          kind: by
          what: { kind: residence }
          cases: { village: { kind: flat, cents: 400 } }
          otherwise: { kind: flat, cents: 600 }
    booking: [{ until: null, consequence: { kind: normal } }]
    cancelling: sameAsBooking
`;

/** Every parameter of the evening's price and limit is worked out; those of lunch are not. */
export const villageCases = `cases:
  - title: Un soir, jusqu’à midi la veille
    source: article 3
    unit: soir
    on: 2026-11-17
    steps:
      - around: 2026-11-16 12:00
        do: couldBook
        before: { outcome: accepted, cents: 250 }
        from: { outcome: staffOnly, cents: 350 }
  - id: malade
    title: Un jour de carence
    source: article 5
    unit: soir
    on: 2026-11-17
    steps:
      - { do: book, days: [2026-11-17, 2026-11-19] }
      - { do: miss, days: [2026-11-17, 2026-11-19], reason: illness }
      - { do: prove, at: 2026-11-18 08:00 }
      - do: bill
        month: 2026-11
        expect: { cents: 250, due: 1, free: 1 }
`;
