import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { anonymous } from '../auth/actor.ts';
import { notFound } from '../http/problem.ts';
import { idSchema } from '../http/wire.ts';
import { type Html, html } from '../mail/html.ts';
import type { Mailbox, ReceivedMail } from './mailbox.ts';

const config = { access: anonymous };
const oneMail = { params: z.strictObject({ id: idSchema }), hide: true };
/** The message's own page may style itself, and do nothing else. */
const messagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-top-navigation-by-user-activation";

/** The mailbox of a demonstration: plain pages, and JSON for tests. */
export function mailboxRoutes(app: FastifyInstance, mailbox: Mailbox): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  routes.get('/dev/mail', { config, schema: { hide: true } }, async (_request, reply) =>
    sendPage(reply, listPage(mailbox.list())),
  );
  routes.get('/dev/mail.json', { config, schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ messages: mailbox.list() }),
  );
  routes.get('/dev/mail/:id', { config, schema: oneMail }, async (request, reply) =>
    sendPage(reply, mailPage(received(mailbox, request.params.id))),
  );
  routes.get('/dev/mail/:id/html', { config, schema: oneMail }, async (request, reply) => {
    const mail = received(mailbox, request.params.id);
    return reply
      .header('content-security-policy', messagePolicy)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(mail.html);
  });
}

function received(mailbox: Mailbox, id: string): ReceivedMail {
  const mail = mailbox.find(id);
  if (!mail) throw notFound();
  return mail;
}

function sendPage(reply: FastifyReply, page: Html): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page.text);
}

function listPage(messages: readonly ReceivedMail[]): Html {
  const items = messages.map(
    ({ id, receivedAt, to, subject }) =>
      html`<li><a href="/dev/mail/${id}">${subject}</a><br>${to.join(', ')} – ${receivedAt}</li>`,
  );
  return page(
    'Messages de la démonstration',
    items.length === 0 ? html`<p>Aucun message.</p>` : html`<ul>${items}</ul>`,
  );
}

function mailPage(mail: ReceivedMail): Html {
  return page(
    mail.subject,
    html`<p><a href="/dev/mail">Tous les messages</a></p>
<p>De ${mail.from} à ${mail.to.join(', ')} – ${mail.receivedAt}</p>
<pre>${linked(mail.text)}</pre>
<p><a href="/dev/mail/${mail.id}/html">Version mise en page</a></p>`,
  );
}

function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1>
${body}</main></body>
</html>
`;
}

/** Addresses in a text become links; everything is escaped. */
function linked(text: string): readonly Html[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, at) => (at % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}
