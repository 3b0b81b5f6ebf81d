import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { emptyDraft, type HouseholdDraft } from './draft.ts';
import { HouseholdForm } from './household-form.tsx';

afterEach(cleanup);

const submitted = vi.fn<() => void>();

function Sheet({ error, busy = false }: { readonly error?: unknown; readonly busy?: boolean }) {
  const [draft, setDraft] = useState<HouseholdDraft>(() => emptyDraft('2026-09-01'));
  return (
    <MemoryRouter>
      <HouseholdForm
        draft={draft}
        onChange={setDraft}
        today="2026-11-21"
        busy={busy}
        error={error}
        action="Enregistrer"
        onSubmit={submitted}
        onCancel={() => undefined}
      />
    </MemoryRouter>
  );
}

const fill = (label: string, value: string, at = 0) => {
  const field = screen.getAllByLabelText(label)[at];
  if (!field) throw new Error(`No field ${label}`);
  fireEvent.change(field, { target: { value } });
};
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));

function fillAll() {
  fill('Prénom', 'Claire');
  fill('Nom', 'Aubry');
  fill('Adresse e-mail', 'claire@example.org');
  fill('Prénom', 'Lina', 1);
  fill('Nom', 'Aubry', 1);
  fill('Date de naissance', '2019-03-14');
}

describe('the sheet of a family', () => {
  test('says what is missing beside each field and goes to the first, before anything is sent', () => {
    submitted.mockClear();
    render(<Sheet />);
    send();
    expect(submitted).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('Rien n’est encore enregistré');
    expect(document.activeElement).toBe(screen.getAllByLabelText('Prénom')[0]);
    expect(screen.getAllByText('Indiquez le prénom.')).toHaveLength(2);
    fill('Prénom', 'Claire');
    expect(screen.getAllByText('Indiquez le prénom.')).toHaveLength(1);
  });

  test('keeps everything when the server refuses, and shows where', () => {
    const { rerender } = render(<Sheet />);
    fillAll();
    send();
    rerender(
      <Sheet
        error={{
          code: 'email-known',
          status: 409,
          requestId: 'r',
          params: { householdId: 'h2', household: 'Famille Petit' },
          errors: [{ pointer: '/body/guardians/0/email', code: 'email-known' }],
        }}
      />,
    );
    const email = screen.getByLabelText<HTMLInputElement>('Adresse e-mail');
    expect(email.value).toBe('claire@example.org');
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('link', { name: 'Ouvrir « Famille Petit »' })).not.toBeNull();
    fill('Adresse e-mail', 'autre@example.org');
    expect(email.getAttribute('aria-invalid')).toBeNull();
  });

  test('asks whether a known child is the same, and shares it on purpose', () => {
    const { rerender } = render(<Sheet />);
    fillAll();
    send();
    rerender(
      <Sheet
        error={{
          code: 'child-known',
          status: 409,
          requestId: 'r',
          params: { childId: 'lina', householdId: 'h2', household: 'Famille Petit' },
          errors: [{ pointer: '/body/children/0', code: 'child-known' }],
        }}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: /C’est le même enfant/ }));
    expect(screen.queryByLabelText('Date de naissance')).toBeNull();
    expect(screen.getByText(/rattaché aussi à ce foyer/).textContent).toContain('Lina Aubry');
  });

  test('is not sent twice by a double click', () => {
    submitted.mockClear();
    const { rerender } = render(<Sheet />);
    fillAll();
    send();
    rerender(<Sheet busy />);
    send();
    expect(submitted).toHaveBeenCalledOnce();
  });
});
