import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * The token of a link received by e-mail: in the fragment, which no server log sees, or in `?lien=`
 * for mail programs that drop fragments. It is taken out of the address bar once read.
 */
export function useLinkToken(): string {
  const { hash, search, pathname } = useLocation();
  const navigate = useNavigate();
  const [token, setToken] = useState(() => readToken(hash, search));

  useEffect(() => {
    const fresh = readToken(hash, search);
    if (fresh === '') return;
    setToken(fresh);
    void navigate(pathname, { replace: true });
  }, [hash, search, pathname, navigate]);

  return token;
}

function readToken(hash: string, search: string): string {
  return hash.replace(/^#/, '') || (new URLSearchParams(search).get('lien') ?? '');
}
