import { useEffect, useState } from 'react';

/**
 * The token of a link received by e-mail: in the fragment, which no server log sees, or in `?lien=`
 * for mail programs that drop fragments. It leaves the address bar as soon as it is read.
 */
export function useLinkToken(): string {
  const [token, setToken] = useState(readToken);

  useEffect(() => {
    const read = () => {
      const fresh = readToken();
      if (fresh === '') return;
      setToken(fresh);
      window.history.replaceState(window.history.state, '', window.location.pathname);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);

  return token;
}

function readToken(): string {
  const { hash, search } = window.location;
  return hash.replace(/^#/, '') || (new URLSearchParams(search).get('lien') ?? '');
}
