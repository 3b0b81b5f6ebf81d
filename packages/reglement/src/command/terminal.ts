/** Where the command runs, and where its lines go. */
export type Terminal = {
  /** Folder that paths are relative to. */
  readonly folder: string;
  readonly print: (line: string) => void;
  readonly warn: (line: string) => void;
};
