import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LatePart } from './late-part.tsx';

afterEach(cleanup);

test('a part that cannot be fetched leaves the page as it is, and is asked for again', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValueOnce('Répéter');
  render(
    <>
      <p>Le planning</p>
      <LatePart load={load} failed={(retry) => <button onClick={retry}>Réessayer</button>}>
        {(words) => <p>{words}</p>}
      </LatePart>
    </>,
  );
  fireEvent.click(await screen.findByText('Réessayer'));
  await screen.findByText('Répéter');
  expect(screen.getByText('Le planning')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(2);
});
