/** A case that cannot be played: what it asks is not of this règlement, or not in this order. */
export class CaseError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CaseError';
  }
}
