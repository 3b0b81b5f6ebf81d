/**
 * The import law of docs/architecture. Every rule has a planted violation in
 * infra/checks/import-law.test.mjs; adding a rule without one fails that test.
 */

/** The API's modules, lowest first: a module may import lower ones only. */
const MODULES = [
  'audit',
  'organisations',
  'accounts',
  'households',
  'ledger',
  'documents',
  'activities',
  'reglements',
  'decisions',
  'enrolments',
  'bookings',
  'attendance',
  'billing',
  'payments',
  'communications',
  'simulation',
  'reporting',
  'privacy',
  'partner',
];

const MODULE = '^apps/api/src/modules/';
/** What never runs in production. */
const TESTS =
  '\\.(test|factory)\\.tsx?$|^apps/api/src/(demo|testing)/|^packages/domain/src/testing/|^infra/|^apps/e2e/';

/** One rule per module: it may not know those above it. */
const moduleOrder = MODULES.slice(0, -1).map((name, index) => ({
  name: `module-order-${name}`,
  comment: `${name} may not import a module above it: effects upwards travel by the outbox.`,
  severity: 'error',
  from: { path: `${MODULE}${name}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `${MODULE}(${MODULES.slice(index + 1).join('|')})/` },
}));

const modules = [
  {
    name: 'module-known',
    comment: 'A module outside the list has no rank: give it one in .dependency-cruiser.cjs.',
    severity: 'error',
    from: { path: `${MODULE}(?!(${MODULES.join('|')})/)` },
    to: {},
  },
  ...moduleOrder,
  {
    name: 'module-by-its-public-file',
    comment: 'A module is used through its *.public.ts, by other modules.',
    severity: 'error',
    from: { path: `${MODULE}([^/]+)/`, pathNot: TESTS },
    to: { path: `${MODULE}(?!$1/)[^/]+/`, pathNot: '\\.public\\.ts$' },
  },
  {
    name: 'factories-by-public-files-and-factories',
    comment: 'Test rows of another module come from its factory.',
    severity: 'error',
    from: { path: `${MODULE}([^/]+)/.*\\.factory\\.ts$` },
    to: { path: `${MODULE}(?!$1/)[^/]+/`, pathNot: '\\.(public|factory)\\.ts$' },
  },
  {
    name: 'platform-below-modules',
    comment: 'The platform serves every module and knows none.',
    severity: 'error',
    from: { path: '^apps/api/src/platform/', pathNot: TESTS },
    to: { path: '^apps/api/src/(modules|demo)/' },
  },
  {
    name: 'demo-by-public-files',
    comment: 'Demo data is written through what modules offer, or their factories.',
    severity: 'error',
    from: { path: '^apps/api/src/demo/', pathNot: '\\.test\\.ts$' },
    to: { path: MODULE, pathNot: '\\.(public|factory)\\.ts$' },
  },
];

const roles = [
  {
    name: 'routes-without-tables',
    comment: 'A route calls a use case or a query; it sees no store, no table and no SQL builder.',
    severity: 'error',
    from: { path: '\\.routes\\.ts$' },
    to: { path: '\\.(store|tables)\\.ts$|(^|/)(drizzle-orm|pg)(/|$)' },
  },
  {
    name: 'use-cases-without-http',
    comment: 'A use case could be called from a job or a command: it knows no HTTP.',
    severity: 'error',
    from: { path: `${MODULE}[^/]+/(use-cases|handlers)/`, pathNot: TESTS },
    to: { path: '(^|/)(fastify|fastify-plugin|fastify-type-provider-zod|@fastify/[^/]+)(/|$)' },
  },
  {
    name: 'factories-in-tests-only',
    comment: 'Factories go around the rules: tests and demo data only.',
    severity: 'error',
    from: { pathNot: TESTS },
    to: { path: '\\.factory\\.ts$|^(apps/api|packages/domain)/src/testing/' },
  },
  {
    name: 'tests-are-not-libraries',
    comment: 'Nothing imports a test.',
    severity: 'error',
    from: {},
    to: { path: '\\.test\\.(tsx?|mjs)$' },
  },
];

const workspaces = [
  {
    name: 'app-to-app',
    comment: 'Applications meet over HTTP only.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/(?!$1/)[^/]+/' },
  },
  {
    name: 'package-to-app',
    comment: 'A package does not know who uses it.',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^(apps|infra)/' },
  },
  {
    name: 'domain-alone',
    comment: 'The rules are pure: no other package, nothing from npm, nothing from Node.',
    severity: 'error',
    from: { path: '^packages/domain/', pathNot: '\\.test\\.ts$|^packages/domain/src/testing/' },
    to: { pathNot: '^packages/domain/' },
  },
  {
    name: 'api-client-alone',
    comment: 'The clients are generated from the API description alone.',
    severity: 'error',
    from: { path: '^packages/api-client/' },
    to: { path: '^packages/(?!api-client/)' },
  },
  {
    name: 'reglement-on-domain',
    comment: 'The house rules document stands on the rules alone.',
    severity: 'error',
    from: { path: '^packages/reglement/' },
    to: { path: '^packages/(?!(reglement|domain)/)' },
  },
  {
    name: 'ui-on-domain',
    comment: 'The component kit knows days and cents, not the API.',
    severity: 'error',
    from: { path: '^packages/ui/' },
    to: { path: '^packages/(?!(ui|domain)/)' },
  },
  {
    name: 'pages-on-their-packages',
    comment: 'A page is made of the domain, the kit and the generated client.',
    severity: 'error',
    from: { path: '^apps/(family|staff)/' },
    to: { path: '^(packages/(?!(domain|ui|api-client)/)|infra/)' },
  },
  {
    name: 'api-on-domain',
    comment: 'The API stands on the rules and the house rules document.',
    severity: 'error',
    from: { path: '^apps/api/' },
    to: { path: '^packages/(?!(domain|reglement)/)' },
  },
  {
    name: 'infra-in-tests-only',
    comment: 'Production does not depend on development scripts.',
    severity: 'error',
    from: { path: '^apps/', pathNot: TESTS },
    to: { path: '^infra/' },
  },
];

const pages = [
  {
    name: 'feature-to-feature',
    comment: 'A feature never imports a feature: what they share is in shared/ or in the kit.',
    severity: 'error',
    from: { path: '^apps/(family|staff)/src/features/([^/]+)/' },
    to: { path: '^apps/$1/src/features/(?!$2/)' },
  },
  {
    name: 'shared-below-features',
    comment: 'What is shared knows no feature and not the shell.',
    severity: 'error',
    from: { path: '^apps/(family|staff)/src/shared/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^apps/(family|staff)/src/(features|app)/' },
  },
  {
    name: 'features-below-shell',
    comment: 'The shell mounts features; they do not know it.',
    severity: 'error',
    from: { path: '^apps/(family|staff)/src/features/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^apps/(family|staff)/src/app/' },
  },
];

const graph = [
  {
    name: 'no-cycle',
    comment: 'Two files that need each other are one, or three.',
    severity: 'error',
    from: { pathNot: '/generated/' },
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'An import that leads nowhere escapes every other rule.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden: [...modules, ...roles, ...workspaces, ...pages, ...graph],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules/\\.cache|dist|fixtures)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
    },
  },
};
