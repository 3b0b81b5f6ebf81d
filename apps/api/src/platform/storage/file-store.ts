import type { Instant } from '@preau/domain/time/instant';
import type { Tx } from '../db/transaction.ts';

/** A file to keep, already checked: its type is what it is, not what somebody said it was. */
export type NewFile = {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** Account that sent it. */
  readonly createdBy: string;
};

/** A kept file as a module that owns it has read it from its own rows. */
export type StoredFile = {
  readonly id: string;
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
};

/** Where files lie. Modules know an id and who may read it; where the bytes are, they do not. */
export type FileStore = {
  /** Keeps a file in the command's transaction: the command undone, nothing of it is left. */
  put(tx: Tx, file: NewFile, now: Instant): void;
  /**
   * The bytes in order. The caller has checked that they may be read.
   * @throws Error before the last bytes when they are not those that were kept.
   */
  read(organisationId: string, file: StoredFile): AsyncGenerator<Buffer>;
  /** Forgets files nothing refers to any more. */
  remove(tx: Tx, fileIds: readonly string[]): void;
};
