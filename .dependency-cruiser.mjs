/**
 * The boundaries of the code, checked by `npm run check`. In one sentence: core knows nothing; modules know core;
 * flows join modules; deliveries know flows and modules; the browser knows core and types.
 * tests/architecture/boundaries.test.ts plants a violation of every rule and expects the checker to name it.
 */

// Tests may import anything; a rule speaks about the code that runs.
const TEST = ['[.]test[.]tsx?$', '(^|[/.])fixtures?[.]tsx?$', '^tests/']
const UI = '^app/(_features|_ui|_lib)/'
const TRPC_ON_SERVER = '^app/_lib/trpc/server[^/]*[.]tsx?$'
const NPM = '(^|/)node_modules/'
const ROOT_FOLDERS = '^(app|server|workers|prisma)/'

// What a layer above the modules sees of them: their public faces.
const FACES = ['^server/modules/[^/]+/index[.]ts$', '^server/flows/[^/]+[.]ts$', '^server/flows/[^/]+/index[.]ts$']
const BASE = ['^server/core/', '^server/platform/']

/** layer says: files under `from` import, of this repository, only what `allowed` lists. */
const layer = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: ROOT_FOLDERS, pathNot: allowed },
})

export default {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'server/core imports only itself and zod, so that every decision can be tested without a clock, a disk or a network.',
      severity: 'error',
      from: { path: '^server/core/', pathNot: TEST },
      to: { pathNot: ['^server/core/', `${NPM}zod/`] },
    },
    {
      name: 'decode-is-pure',
      comment: 'A connector decodes bytes in decode.ts without IO, so that recorded bytes are enough to test it.',
      severity: 'error',
      from: { path: '^workers/connectors/.+/decode[.]ts$' },
      to: {
        path: ['^server/(?!core/)', '^(app|prisma)/', '^workers/(?!connectors/)', '/client[.]ts$', '^(node:)?(fs|net|tls|http|https|dgram|child_process|worker_threads)(/|$)'],
      },
    },
    layer('platform-knows-core-only', 'server/platform is technique: it knows no domain above core.', '^server/platform/', BASE),
    layer('queue-knows-platform-only', 'server/queue carries jobs: what a job does is the business of workers.', '^server/queue/', [
      ...BASE,
      '^server/queue/',
    ]),
    {
      name: 'modules-are-apart',
      comment: 'A module never imports another: a use case that needs two of them is a flow.',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/', pathNot: TEST },
      to: { path: '^server/modules/', pathNot: '^server/modules/$1/' },
    },
    layer('modules-stay-low', 'Modules import core and platform.', '^server/modules/', [...BASE, '^server/modules/']),
    layer('flows-join-modules', 'Flows import core, platform and the public faces of modules.', '^server/flows/', [
      ...BASE,
      '^server/modules/[^/]+/index[.]ts$',
      '^server/flows/',
    ]),
    layer('api-calls-use-cases', 'server/api imports flows, modules through index.ts, core, platform and the queue.', '^server/api/', [
      ...BASE,
      ...FACES,
      '^server/queue/',
      '^server/api/',
    ]),
    layer('workers-call-use-cases', 'workers import flows, modules through index.ts, core, platform and the queue; never server/api.', '^workers/(?!demo/)', [
      ...BASE,
      ...FACES,
      '^server/queue/',
      '^workers/(?!demo/)',
      // The gateway hosts the demo plant's broker.
      '^workers/demo/broker[.]ts$',
    ]),
    layer('the-demo-is-a-client', 'The demo player sends what the seed describes through the public doors; the product does not know it.', '^workers/demo/', [
      ...BASE,
      ...FACES,
      '^workers/',
      '^prisma/seed/demo/',
    ]),
    layer('cli-calls-use-cases', 'Commands use the public faces and the seed; they start processes, they do not import them.', '^server/cli/', [
      ...BASE,
      ...FACES,
      '^server/queue/',
      '^server/cli/',
      '^prisma/seed/',
    ]),
    layer('seed-uses-public-faces', 'Seeds make data as any other client does: through use cases.', '^prisma/', [
      ...BASE,
      ...FACES,
      '^server/queue/',
      '^prisma/',
    ]),
    {
      name: 'only-repos-touch-the-database',
      comment: 'Prisma and pg are imported by *.repo.ts and server/platform only; queue/backend.ts gives the queue library its own connections.',
      severity: 'error',
      from: { path: '^(server|workers|app|prisma)/', pathNot: [...TEST, '^server/platform/', '^server/modules/.+[.]repo[.]ts$', '^server/queue/backend[.]ts$'] },
      to: { path: [`${NPM}(pg|pg-copy-streams|@prisma/[^/]+|@types/pg|@types/pg-copy-streams)/`, '^server/platform/prisma/'] },
    },
    layer(
      'pages-call-server-api',
      'Pages prefetch through server/api; they show one feature through its index.ts.',
      '^app/(?!_features/|_ui/|_lib/)',
      ['^server/core/', '^server/api/', '^app/_features/[^/]+/index[.]ts$', '^app/_ui/', '^app/_lib/', '^app/(?!_features/)'],
    ),
    layer('prefetch-calls-server-api', 'The tRPC wiring of the server side of pages imports server/api, core and app/_lib.', TRPC_ON_SERVER, [
      '^server/core/',
      '^server/api/',
      '^app/_lib/',
    ]),
    {
      name: 'ui-knows-core-and-types',
      comment: 'Components import tRPC types (type only), core, _ui and _lib: no server code reaches the browser.',
      severity: 'error',
      from: { path: UI, pathNot: [...TEST, TRPC_ON_SERVER] },
      to: { path: ROOT_FOLDERS, pathNot: ['^server/core/', '^server/api/trpc/', '^app/(_features|_ui|_lib)/'] },
    },
    {
      name: 'ui-takes-only-types-of-the-api',
      comment: 'From server/api/trpc the browser takes types, never values.',
      severity: 'error',
      from: { path: UI, pathNot: [...TEST, TRPC_ON_SERVER] },
      to: { path: '^server/api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-has-no-node',
      comment: 'Node built-ins do not exist in a browser.',
      severity: 'error',
      from: { path: UI, pathNot: [...TEST, TRPC_ON_SERVER] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-are-apart',
      comment: 'A feature never imports another: what two of them share belongs in _ui or _lib; a page puts them together.',
      severity: 'error',
      from: { path: '^app/_features/([^/]+)/', pathNot: TEST },
      to: { path: '^app/_features/', pathNot: '^app/_features/$1/' },
    },
    {
      name: 'ui-kit-knows-no-feature',
      comment: '_ui and _lib serve the features and know none of them.',
      severity: 'error',
      from: { path: '^app/(_ui|_lib)/', pathNot: TEST },
      to: { path: '^app/(?!_ui/|_lib/)' },
    },
    {
      name: 'view-models-are-pure',
      comment: 'prepare/ turns procedure results into what a component shows: no React, no components, no wiring (types of theirs are fine).',
      severity: 'error',
      from: { path: '^app/_features/[^/]+/prepare/', pathNot: TEST },
      to: { path: [`${NPM}(react|react-dom|react-aria-components|@tanstack|@trpc)/`, '^app/_ui/', '/(components|hooks)/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'Code that runs never depends on code that tests.',
      severity: 'error',
      from: { pathNot: [...TEST, '^[^/]+$'] },
      to: { path: TEST },
    },
    {
      name: 'no-dev-dependency-at-run-time',
      comment: 'What runs in production is in "dependencies".',
      severity: 'error',
      from: { path: '^(app|server|workers|prisma)/', pathNot: [...TEST, '^server/cli/(check|screens|bench)'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: `${NPM}@types/` },
    },
    {
      name: 'every-package-is-declared',
      comment: 'A package that is not in package.json is there by accident.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'every-import-resolves',
      comment: 'Also proof that the checker sees through the #aliases: a path it cannot resolve is a path it cannot judge.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    { name: 'no-cycles', comment: 'Two files that need each other are one file, or three.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nothing imports is dead, unless a tool loads it by name.',
      severity: 'error',
      from: { orphan: true, pathNot: [...TEST, '[.]d[.]ts$', '^[^/]+$', '^app/.*(page|layout|route|loading|error|not-found|manifest|icon|global-error)[.]tsx?$', '^server/cli/', '^prisma/migrations/'] },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Type-only imports count: a type is knowledge, too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: [NPM, '^server/platform/prisma/'] },
    exclude: { path: ['^[.]next/', '^[.]data/', '^[.]cache/', '^public/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    skipAnalysisNotInRules: true,
  },
}
