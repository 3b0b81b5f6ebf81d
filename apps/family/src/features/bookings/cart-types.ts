import type { GetCartResponse } from '@preau/api-client/family';

/** The draft with its quote, as the server tells it. */
export type Cart = GetCartResponse;
export type CartLine = Cart['lines'][number];
