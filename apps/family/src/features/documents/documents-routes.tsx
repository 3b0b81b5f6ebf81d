import { Route, Routes } from 'react-router';
import { DocumentsPage } from './documents-page.tsx';
import { SendDocumentPage } from './send-document-page.tsx';

/** The two pages of « Mes demandes », fetched together: who opens one is about to open the other. */
export function DocumentsRoutes() {
  return (
    <Routes>
      <Route index element={<DocumentsPage />} />
      <Route path="envoyer" element={<SendDocumentPage />} />
    </Routes>
  );
}
