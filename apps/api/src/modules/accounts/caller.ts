/** Who is at the other end, as far as a request without a session tells. */
export type Caller = {
  readonly address: string;
  readonly userAgent: string;
  readonly requestId: string;
};
