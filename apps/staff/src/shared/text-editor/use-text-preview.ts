import { previewText } from '@preau/api-client/staff';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Time without a key pressed before the text is rendered, in milliseconds. */
const pauseMs = 400;

/** The text as the server renders it to families, some time after one has stopped writing. */
export function useTextPreview(text: string) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const isWritten = settled.trim() !== '';
  const preview = useQuery({
    queryKey: ['textPreview', settled],
    queryFn: async ({ signal }) => {
      const { data } = await previewText({ body: { text: settled }, signal, throwOnError: true });
      return data.html;
    },
    enabled: isWritten,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return { ...preview, html: isWritten ? preview.data : '' };
}
