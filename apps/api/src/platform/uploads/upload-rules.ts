import type { Config } from '../config.ts';
import { createClamdScan, type VirusScan } from './virus-scan.ts';

/** What the operator lets families send. */
export type UploadRules = {
  /** Largest file, in bytes. */
  readonly fileBytes: number;
  /** What the files of one household may take together, in bytes. */
  readonly quotaBytes: number;
  /** `null` without an antivirus. */
  readonly scan: VirusScan | null;
};

const megabyte = 1024 * 1024;

export function uploadRules({
  UPLOAD_FILE_MB: file,
  UPLOAD_HOUSEHOLD_MB: household,
  CLAMD_SOCKET: clamd,
}: Config): UploadRules {
  return {
    fileBytes: file * megabyte,
    quotaBytes: household * megabyte,
    scan: clamd === undefined ? null : createClamdScan(clamd),
  };
}
