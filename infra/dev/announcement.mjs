import { readFileSync } from 'node:fs';

/**
 * What the demo data says about itself.
 *
 * @typedef {{ surface: 'family' | 'staff', email: string, password: string, label: string }} DemoLogin
 * @typedef {{ slug: string, name: string, size?: string, logins: DemoLogin[] }} DemoOrganisation
 * @typedef {{ organisations: DemoOrganisation[] }} Demo
 */

/**
 * The sentences shown once everything answers.
 *
 * @param {string} url where the server listens
 * @param {string} demoFile written by the demo data; without it only the addresses are shown
 * @param {{ family: string, staff: string }} [surfaces] where the pages are, when not at `url`
 * @returns {string} several lines
 */
export function announcement(url, demoFile, surfaces = { family: url, staff: url }) {
  const demo = readDemo(demoFile);
  const lines = ['', 'Préau is ready.', ''];
  for (const { slug, name, size, logins } of demo.organisations) {
    lines.push(size === undefined ? `  ${name}` : `  ${name} (${size})`);
    lines.push(`    families  ${surfaces.family}/o/${slug}`);
    lines.push(`    staff     ${surfaces.staff}/staff/${slug}`);
    for (const { surface, email, password, label } of logins) {
      lines.push(`    ${surface.padEnd(8)}  ${email}  ${password}  ${label}`);
    }
    lines.push('');
  }
  lines.push(`  API pages   ${url}/api/docs`);
  if (demo.organisations.length > 0) lines.push(`  mailbox     ${url}/dev/mail`);
  lines.push('', 'Ctrl-C stops everything.', '');
  return lines.join('\n');
}

/**
 * @param {string} demoFile
 * @returns {Demo}
 */
function readDemo(demoFile) {
  try {
    return JSON.parse(readFileSync(demoFile, 'utf8'));
  } catch {
    return { organisations: [] };
  }
}
