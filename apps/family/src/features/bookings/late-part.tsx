import { type ReactNode, useEffect, useState } from 'react';

type LatePartProps<Part> = {
  /** Fetches the code of the part; the same function each time. */
  readonly load: () => Promise<Part>;
  readonly children: (part: Part) => ReactNode;
  readonly waiting?: ReactNode;
  /** Without a network nothing can be fetched: the rest of the page stays, and it can be tried again. */
  readonly failed: (retry: () => void) => ReactNode;
};

/** A part of the page fetched when it is first needed. */
export function LatePart<Part>({ load, children, waiting = null, failed }: LatePartProps<Part>) {
  const [part, setPart] = useState<{ readonly is: Part } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<number | null>(null);

  useEffect(() => {
    let wanted = true;
    const fetchPart = async () => {
      try {
        const is = await load();
        if (wanted) setPart({ is });
      } catch {
        if (wanted) setFailure(attempt);
      }
    };
    void fetchPart();
    return () => {
      wanted = false;
    };
  }, [load, attempt]);

  if (part) return children(part.is);
  if (failure === attempt) return failed(() => setAttempt(attempt + 1));
  return waiting;
}
