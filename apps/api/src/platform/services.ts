import type { Clock } from './clock.ts';
import type { Sealer } from './crypto/sealed-text.ts';
import type { Database } from './db/pool.ts';
import type { TenantAccess } from './http/tenant.ts';
import type { FileStore } from './storage/file-store.ts';
import type { UploadRules } from './uploads/upload-rules.ts';

/** What routes are given; nothing is reached through a global. */
export type Services = {
  readonly mode: 'demo' | 'production' | 'test';
  readonly publicUrl: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly tenant: TenantAccess;
  readonly sealer: Sealer;
  readonly files: FileStore;
  readonly uploads: UploadRules;
};
