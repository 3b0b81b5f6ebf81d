import { type Html, html } from '../../../platform/mail/html.ts';

/** The words of one e-mail, laid out alike in HTML and in plain text. */
export type MailContent = {
  readonly subject: string;
  /** One per paragraph. */
  readonly paragraphs: readonly string[];
  /** What to do, when there is something to do. */
  readonly action?: { readonly label: string; readonly url: string };
  readonly lists?: readonly { readonly title: string; readonly items: readonly string[] }[];
  /** After the action and the lists. */
  readonly closing?: readonly string[];
};

/** The organisation in whose name it is written, as the reader knows it. */
export type MailSender = {
  readonly name: string;
  readonly brandColor: string;
  readonly contactLine: string;
};

export type WrittenMail = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/**
 * Lays an e-mail out: no image, no table, no tracking; readable by a screen reader, at any width,
 * with any colours; the address of the link is also written out.
 */
export function layOutMail(content: MailContent, sender: MailSender): WrittenMail {
  return {
    subject: content.subject,
    text: textOf(content, sender),
    html: pageOf(content, sender).text,
  };
}

function textOf(content: MailContent, sender: MailSender): string {
  const { action, lists = [], closing = [] } = content;
  const blocks = [
    ...content.paragraphs,
    ...(action ? [`${action.label} :\n${action.url}`] : []),
    ...lists.map(({ title, items }) => [title, ...items.map((item) => `- ${item}`)].join('\n')),
    ...closing,
    `-- \n${sender.name}\n${sender.contactLine}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function pageOf(content: MailContent, sender: MailSender): Html {
  const { action, lists = [], closing = [] } = content;
  return html`<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${content.subject}</title></head>
<body style="margin:0;padding:16px;font-family:sans-serif;font-size:16px;line-height:1.5;color:#1c1c1c;background:#ffffff">
<div style="max-width:36em;margin:0 auto">
<p style="margin:0 0 16px;padding-bottom:8px;border-bottom:4px solid ${sender.brandColor};font-weight:bold">${sender.name}</p>
<h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">${content.subject}</h1>
${content.paragraphs.map(paragraph)}
${action ? actionOf(action) : ''}
${lists.map(listOf)}
${closing.map(paragraph)}
<p style="margin:24px 0 0;padding-top:8px;border-top:1px solid #767676;font-size:14px">${sender.contactLine}</p>
</div>
</body>
</html>
`;
}

function paragraph(text: string): Html {
  return html`<p style="margin:0 0 16px">${text}</p>`;
}

function actionOf({ label, url }: { label: string; url: string }): Html {
  return html`<p style="margin:0 0 16px"><a href="${url}" style="color:#00439c;font-weight:bold">${label}</a></p>
<p style="margin:0 0 16px;font-size:14px">Si le lien ne s’ouvre pas, copiez cette adresse dans votre navigateur :<br>${url}</p>`;
}

function listOf({ title, items }: { title: string; items: readonly string[] }): Html {
  return html`<h2 style="font-size:18px;margin:0 0 8px">${title}</h2>
<ul style="margin:0 0 16px;padding-left:20px">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
