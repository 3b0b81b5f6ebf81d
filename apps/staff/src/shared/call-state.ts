import type { CallState } from '@preau/ui/accounts/call-state';
import { problemMessage } from './problem-messages.ts';

type Call = { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: unknown };

/** What a form shows of a call: its refusal in words. */
export function callState({ isPending, isSuccess, error }: Call): CallState {
  return { busy: isPending, done: isSuccess, problem: error ? problemMessage(error) : undefined };
}
