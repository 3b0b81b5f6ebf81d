import { compileReglement } from '@preau/domain/reglement/compile';
import type { ReglementDocument } from '@preau/domain/reglement/document';
import type { Case } from './case.schema.ts';
import { playCase } from './run-case.ts';

/**
 * Which of its own cases a document does not satisfy, told in French; empty when it satisfies them
 * all. A disputed one counts neither way.
 *
 * @throws ReglementError when the document does not hold together
 */
export function failingCases(document: ReglementDocument, cases: readonly Case[]): string[] {
  const reglement = compileReglement(document);
  return cases
    .filter((worked) => {
      if (worked.disputed !== undefined) return false;
      const { steps, stopped } = playCase(reglement, worked);
      return stopped !== null || steps.some(({ checks }) => checks.some(({ same }) => !same));
    })
    .map(({ title }) => `le cas « ${title} » échoue`);
}
