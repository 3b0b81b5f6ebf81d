import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Me } from '../../shared/session.ts';
import { emptyForm } from './document-form.ts';
import type { DocumentKind, Limits } from './documents.queries.ts';
import { useDocumentForm } from './form-store.ts';
import { SendForm } from './send-form.tsx';

/** What the server does with the next form. */
let answer: { readonly status: number; readonly body: unknown } | 'silent' | 'never';
let sent: { readonly key: string; readonly body: FormData }[];

/** As much of a request as the form needs. */
class FakeRequest extends EventTarget {
  readonly upload = new EventTarget();
  responseType = '';
  status = 0;
  response: unknown = null;
  #key = '';
  open() {}
  setRequestHeader(_name: string, value: string) {
    this.#key = value;
  }
  abort() {
    this.dispatchEvent(new Event('abort'));
  }
  send(body: FormData) {
    sent.push({ key: this.#key, body });
    const now = answer;
    if (now === 'never') return;
    queueMicrotask(() => {
      if (now === 'silent') this.dispatchEvent(new Event('error'));
      else {
        this.status = now.status;
        this.response = now.body;
        this.dispatchEvent(new Event('load'));
      }
    });
  }
}

const limits: Limits = {
  fileBytes: 10_485_760,
  totalBytes: 31_457_280,
  files: 10,
  usedBytes: 0,
  quotaBytes: 104_857_600,
};
const kinds: DocumentKind[] = [
  { code: 'dispense', label: 'Dispense médicale', about: 'child', help: '' },
  { code: 'dossier', label: 'Dossier', about: 'household', help: '' },
];
const me = {
  household: { id: 'durand', name: 'Durand' },
  children: [
    { id: 'lea', firstName: 'Léa', schoolClass: 'CE1' },
    { id: 'noe', firstName: 'Noé', schoolClass: 'MS' },
  ],
} as unknown;

let household = 0;

function Page({ id }: { readonly id: string }) {
  const { form, dispatch } = useDocumentForm(id);
  return <SendForm me={me as Me} kinds={kinds} limits={limits} form={form} dispatch={dispatch} />;
}

const show = () => {
  household += 1;
  const client = new QueryClient();
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={['/o/ville/demandes/envoyer']}>
        <Routes>
          <Route path="/o/:slug/demandes/envoyer" element={<Page id={`h${household}`} />} />
          <Route path="/o/:slug/demandes" element={<p>La liste</p>} />
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
};

const choose = (...files: File[]) =>
  fireEvent.change(screen.getByLabelText('Fichiers à envoyer'), { target: { files } });
const pdf = (name = 'certificat.pdf') => new File(['%PDF'], name, { type: 'application/pdf' });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  answer = { status: 201, body: {} };
  sent = [];
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('sending a document', () => {
  test('says what is missing, and sends nothing before', () => {
    show();
    press('Envoyer');
    expect(screen.queryByText('Choisissez le document que vous envoyez.')).not.toBeNull();
    fireEvent.click(screen.getByLabelText(/Dispense médicale/));
    expect(screen.queryByText('Choisissez l’enfant concerné.')).not.toBeNull();
    fireEvent.click(screen.getByLabelText(/Noé/));
    expect(screen.queryByText('Ajoutez au moins un fichier.')).not.toBeNull();
    expect(sent).toEqual([]);
  });

  test('asks for no child where the document is of the household', () => {
    show();
    fireEvent.click(screen.getByLabelText(/Dossier/));
    expect(screen.queryByText('Pour quel enfant ?')).toBeNull();
  });

  test('sends what was chosen, once, and goes to the list', async () => {
    show();
    fireEvent.click(screen.getByLabelText(/Dispense médicale/));
    fireEvent.click(screen.getByLabelText(/Léa/));
    fireEvent.change(screen.getByLabelText('Message (facultatif)'), {
      target: { value: 'Pas de piscine' },
    });
    choose(pdf(), pdf('page 2.pdf'));
    press('Envoyer');
    expect(await screen.findByText('La liste')).not.toBeNull();
    expect(sent).toHaveLength(1);
    const body = sent[0]?.body;
    expect([body?.get('kind'), body?.get('childId'), body?.get('note')]).toEqual([
      'dispense',
      'lea',
      'Pas de piscine',
    ]);
    expect(body?.getAll('files').map((file) => (file as File).name)).toEqual([
      'certificat.pdf',
      'page 2.pdf',
    ]);
  });

  test('tells each refused file why, keeps the rest, and sends again what is left', async () => {
    show();
    fireEvent.click(screen.getByLabelText(/Dossier/));
    choose(pdf('bon.pdf'), pdf('faux.pdf'));
    const errors = [{ pointer: '/body/files/1', code: 'content-mismatch', message: '' }];
    const body = { code: 'files-refused', status: 422, type: '', title: '', requestId: 'r' };
    answer = { status: 422, body: { ...body, errors } };
    press('Envoyer');
    expect(await screen.findByText(/n’est pas un PDF, malgré son nom/)).not.toBeNull();
    press('Envoyer');
    expect(sent).toHaveLength(1);
    press('Retirer faux.pdf');
    answer = { status: 201, body: {} };
    press('Envoyer');
    expect(await screen.findByText('La liste')).not.toBeNull();
    expect(sent[1]?.body.getAll('files')).toHaveLength(1);
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  test('after a silence it is sent again under the same key, nothing of the form lost', async () => {
    show();
    fireEvent.click(screen.getByLabelText(/Dossier/));
    choose(pdf());
    answer = 'silent';
    press('Envoyer');
    expect(await screen.findByText(/hors ligne/)).not.toBeNull();
    answer = { status: 201, body: {} };
    press('Envoyer');
    expect(await screen.findByText('La liste')).not.toBeNull();
    expect(sent.map(({ key }) => key)).toEqual([sent[0]?.key, sent[0]?.key]);
  });

  test('while it leaves, it cannot be sent twice; given up, it can be sent again', async () => {
    show();
    fireEvent.click(screen.getByLabelText(/Dossier/));
    choose(pdf());
    answer = 'never';
    press('Envoyer');
    expect(screen.queryByRole('button', { name: 'Envoyer' })).toBeNull();
    expect(screen.queryByRole('progressbar')).not.toBeNull();
    await waitFor(() => expect(sent).toHaveLength(1));
    press('Annuler l’envoi');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Envoyer' })).not.toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
    expect(sent).toHaveLength(1);
  });

  test('forgets nothing when its page goes and comes back, and nothing of another household', () => {
    show();
    fireEvent.click(screen.getByLabelText(/Dossier/));
    choose(pdf());
    cleanup();
    household -= 1;
    show();
    expect(screen.queryByText('certificat.pdf')).not.toBeNull();
    cleanup();
    show();
    expect(screen.queryByText('certificat.pdf')).toBeNull();
    expect(emptyForm().files).toEqual([]);
  });
});
