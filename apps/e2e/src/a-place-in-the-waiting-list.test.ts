import { describe, expect, test } from 'vitest';
import { desk, phone } from './browser/devices.ts';
import { look } from './browser/look.ts';
import { openVisits, type Visitor } from './browser/visits.ts';
import { sees, statesOf, statesSeen } from './journeys/states.ts';
import { stepsOf } from './journeys/steps.ts';
import { arrive, cell, pendingCart, seesWeek, showChild, validateCart } from './people/parent.ts';
import { expectWords } from './people/words.ts';
import { openMailbox } from './site/mailbox.ts';

const claire = { email: 'claire.durand@example.org', child: 'Léa' };
const elodie = { email: 'elodie.petit@example.org', child: 'Adam' };
const karim = { email: 'karim.haddad@example.org', child: 'Inès' };
const evening = { service: 'Périscolaire soir', day: 'lundi 30 novembre' };
const offered = /place s.est libérée/i;

describe('A place in the waiting list', () => {
  const visits = openVisits();
  const mailbox = openMailbox(visits);

  test('full, joined, freed, offered, accepted; the next one lets it lapse', async (context) => {
    const step = stepsOf(context);
    const onPhone = await visits.open(phone);
    const onDesk = await visits.open(desk);
    const other = await visits.open(desk);
    const hers = { ...evening, child: claire.child };
    const his = { ...evening, child: elodie.child };

    await step('Monday evening is full: the list is proposed, with what it means', async () => {
      await seeTheDay(onPhone, claire);
      await cell(onPhone.page, { ...hers, state: 'Complet' }).click();
      const sheet = onPhone.page.getByRole('dialog', { name: 'Lundi 30 novembre' });
      await expectWords(sheet, 'Les places qui se libèrent sont proposées dans l’ordre des');
      await expectWords(sheet, 'Rien n’est facturé tant que Léa attend.');
      await look(onPhone, 'liste-attente-proposee');
      await sheet.getByRole('button', { name: 'Mettre en liste d’attente' }).click();
      await cell(onPhone.page, { ...hers, state: 'À mettre en attente' }).waitFor();
      await expectWords(pendingCart(onPhone.page), '1 mise en attente');
    });

    await step('the cart tells the rank, until when one waits, and no price', async () => {
      await onPhone.page.getByRole('link', { name: /^Vérifier/ }).click();
      await expectWords(onPhone.page.getByRole('main'), 'Léa · Périscolaire soir');
      await expectWords(onPhone.page.getByRole('main'), /En liste d.attente, 1er/);
      await look(onPhone, 'panier-liste-attente');
      await onPhone.page.getByRole('button', { name: 'Valider le panier' }).click();
      await onPhone.page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
      await look(onPhone, 'confirmation-liste-attente');
      await onPhone.page.getByRole('link', { name: 'Revenir au planning' }).click();
    });

    await step('the planning shows her rank: first', async () => {
      await seeTheDay(onPhone, claire);
      await sees('booking waitlisted', cell(onPhone.page, { ...hers, state: 'File : 1er' }));
      await look(onPhone, 'planning-liste-attente');
    });

    await step('Élodie joins after her: second', async () => {
      await seeTheDay(onDesk, elodie);
      await cell(onDesk.page, { ...his, state: 'Complet' }).click();
      await onDesk.page.getByRole('button', { name: 'Mettre en liste d’attente' }).click();
      await validateCart(onDesk.page);
      await onDesk.page.getByRole('heading', { name: 'C’est enregistré' }).waitFor();
      await seeTheDay(onDesk, elodie);
      await cell(onDesk.page, { ...his, state: 'File : 2ᵉ' }).waitFor();
    });

    await step('Karim gives up the place of Inès', async () => {
      await seeTheDay(other, karim);
      await cell(other.page, { ...evening, child: karim.child, state: 'Réservé' }).click();
      await validateCart(other.page);
      await expectWords(other.page.getByRole('main'), '1 annulation');
    });

    await step(
      'Claire is offered the place: an e-mail, and the planning says until when',
      async () => {
        const mail = await mailbox.receive(claire.email, offered);
        expect(mail.text.replaceAll(/\s+/g, ' ')).toContain('17 novembre');
        await seeTheDay(onPhone, claire);
        await expectWords(
          onPhone.page.getByRole('main'),
          /(Une place libre|\d places libres) pour vous/,
        );
        await sees('booking offered', cell(onPhone.page, { ...hers, state: 'Place libre !' }));
        await cell(onPhone.page, { ...hers, state: 'Place libre !' }).click();
        const sheet = onPhone.page.getByRole('dialog', { name: 'Une place s’est libérée' });
        await expectWords(sheet, 'Sans réponse de votre part');
        await expectWords(sheet, '2,80 €');
        await look(onPhone, 'place-proposee');
      },
    );

    await step('she accepts: the day is booked', async () => {
      await onPhone.page.getByRole('button', { name: 'Accepter la place' }).click();
      await cell(onPhone.page, { ...hers, state: 'Réservé' }).waitFor();
    });

    await step('Élodie is first now; Claire gives the day up, Élodie is offered it', async () => {
      await seeTheDay(onDesk, elodie);
      await cell(onDesk.page, { ...his, state: 'File : 1er' }).waitFor();
      await cell(onPhone.page, { ...hers, state: 'Réservé' }).click();
      await validateCart(onPhone.page);
      await expectWords(onPhone.page.getByRole('main'), '1 annulation');
      await mailbox.receive(elodie.email, offered);
      await seeTheDay(onDesk, elodie);
      await cell(onDesk.page, { ...his, state: 'Place libre !' }).waitFor();
      await look(onDesk, 'place-proposee-planning');
    });

    await step('a day passes without an answer: the place is free for everybody', async () => {
      await visits.passTimeTo('2026-11-17T09:30:00+01:00');
      await mailbox.receive(elodie.email, /^La place proposée n’a pas reçu/);
      await onDesk.page.reload();
      await cell(onDesk.page, { ...his, state: 'Libre' }).waitFor();
      await onDesk.page.goto('/o/val-de-lure/historique');
      const lapsed = onDesk.page.getByText('Proposition sans réponse, place rendue');
      await sees('booking lapsed', lapsed);
    });
  });

  test('every state of a waiting list was seen', () => {
    expect(statesOf('waiting-list').filter((state) => !statesSeen().includes(state))).toEqual([]);
  });
});

/** The week of that Monday, for their child. */
async function seeTheDay(
  { page }: Visitor,
  person: { readonly email: string; readonly child: string },
): Promise<void> {
  await arrive(page, person);
  await page.goto('/o/val-de-lure/planning?semaine=2026-11-30');
  await seesWeek(page, '30 nov. – 4 déc.');
  if (person === claire) await showChild(page, person.child);
}
