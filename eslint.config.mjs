import tseslint from 'typescript-eslint'
import { docSentence } from './tests/architecture/lint/doc-sentence.mjs'

const TESTS = ['**/*.test.{ts,tsx}', '**/{fixtures,*.fixture}.ts', 'tests/**']

// `no-restricted-syntax` is one list per file, so the lists are composed here.
const HANDLE_IT = 'A caught error is handled, wrapped or logged: never swallowed.'
const swallowing = [
  { selector: 'CatchClause > BlockStatement[body.length=0]', message: HANDLE_IT },
  { selector: "CallExpression[callee.property.name='catch'] > ArrowFunctionExpression > BlockStatement[body.length=0]", message: HANDLE_IT },
  { selector: "CallExpression[callee.property.name='catch'] > ArrowFunctionExpression > Identifier.body[name='undefined']", message: HANDLE_IT },
  { selector: "CallExpression[callee.property.name='catch'] > ArrowFunctionExpression > Literal.body[raw='null']", message: HANDLE_IT },
]
const ASK_ENV = 'Variables are parsed once, in server/platform/env.ts: use env().'
const environment = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: ASK_ENV },
  { selector: "MemberExpression[object.property.name='process'][property.name='env']", message: ASK_ENV },
  { selector: "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']", message: ASK_ENV },
  { selector: "ImportDeclaration[source.value=/^(node:)?process$/]", message: ASK_ENV },
]
// In bundled code NODE_ENV and NEXT_RUNTIME are constants of the build, not variables that are read.
const bundledEnvironment = [
  { ...environment[0], selector: `:not(MemberExpression[property.name=/^(NODE_ENV|NEXT_RUNTIME)$/]) > ${environment[0].selector}` },
  ...environment.slice(1),
]
const GIVEN = 'core gets time and chance as arguments.'
const clockAndChance = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: GIVEN },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: GIVEN },
  { selector: "CallExpression[callee.name='Date']", message: GIVEN },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: GIVEN },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: GIVEN },
]
const USE_REPO = 'Only *.repo.ts talks to the database: pass `tx` to the repo.'
const database = [
  { selector: "MemberExpression[property.name='db']", message: USE_REPO },
  { selector: "ObjectPattern > Property[key.name='db']", message: USE_REPO },
  { selector: "CallExpression[callee.object.property.name='exec'][callee.property.name='query']", message: USE_REPO },
  { selector: "CallExpression[callee.object.name=/^(exec|client|pool|tx)$/][callee.property.name='query']", message: USE_REPO },
  { selector: "CallExpression[callee.object.callee.name=/^(systemExec|systemPool|prisma)$/]", message: USE_REPO },
]
const BY_READING = 'Sides follow the direction of reading: ms-, pe-, inset-s-, text-end, border-s, rounded-e. Charts set dir=\"ltr\" and use the same.'
const ONE_SIDE = [
  '(m|p|scroll-m|scroll-p)[lr]-', '(left|right)-([\\d(\\[]|auto|px|full)', 'text-(left|right)($|\\s)', '(rounded|border)-[lr]($|[\\s-])', 'rounded-[tb][lr]($|[\\s-])',
  '(float|clear|origin)-(left|right)', 'translate-x-', 'bg-(linear|gradient)-to-[lr]',
].join('|')
const BY_SIDE = `/(^|[\\s:!])-?(${ONE_SIDE})/`
const direction = [
  { selector: `Literal[value=${BY_SIDE}]`, message: BY_READING },
  { selector: `TemplateElement[value.raw=${BY_SIDE}]`, message: BY_READING },
  { selector: "JSXAttribute[name.name='style'] Property[key.name=/^(left|right|(margin|padding|border)(Left|Right)|borderTop(Left|Right)Radius|borderBottom(Left|Right)Radius)$/]", message: BY_READING },
]
// What a browser lacks over plain HTTP from another machine.
const unprotected = [
  { selector: "CallExpression[callee.object.name='crypto'][callee.property.name='randomUUID']", message: 'Browsers have no randomUUID over plain HTTP from another machine: use newId of app/_lib/ids.ts.' },
]
const restrict = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] })

export default tseslint.config(
  {
    ignores: ['node_modules/', '.next/', '.data/', '.cache/', 'coverage/', 'public/', 'server/platform/prisma/', 'next-env.d.ts', 'test-results/', 'playwright-report/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { millwright: { rules: { 'doc-sentence': docSentence } } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      // A React event handler may be async; anything else that ignores a promise is a bug.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      'millwright/doc-sentence': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs,cjs,js}'],
    rules: {
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      'no-debugger': 'error',
      'max-lines': ['error', { max: 400 }],
      'max-len': ['error', { code: 180, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true }],
      ...restrict(swallowing, environment),
    },
  },
  {
    files: ['server/core/**/*.ts'],
    ignores: TESTS,
    rules: {
      ...restrict(swallowing, environment, clockAndChance),
      'no-restricted-globals': [
        'error',
        ...['performance', 'crypto', 'process', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'window', 'document', 'navigator', 'localStorage'].map(
          (name) => ({ name, message: GIVEN }),
        ),
      ],
    },
  },
  {
    files: ['server/modules/**/*.ts', 'server/flows/**/*.ts', 'server/api/**/*.ts', 'server/queue/**/*.ts', 'workers/**/*.ts'],
    ignores: [...TESTS, '**/*.repo.ts', 'server/queue/backend.ts'],
    rules: restrict(swallowing, environment, database),
  },
  { files: ['app/**/*.{ts,tsx}', 'proxy.ts', 'instrumentation*.ts'], ignores: TESTS, rules: restrict(swallowing, bundledEnvironment, direction, unprotected) },
  { files: ['app/**/page.tsx', 'app/_lib/trpc/server.tsx'], rules: restrict(swallowing, bundledEnvironment, direction) },
  { files: ['server/platform/env.ts', 'server/cli/**/*.mjs', '*.config.{ts,mjs}'], rules: restrict(swallowing) },
  { files: ['server/cli/**'], rules: { 'no-console': 'off' } },
  {
    files: TESTS,
    // A test reads foreign JSON and speaks to a terminal; what it proves is typed by its expectations.
    rules: {
      'millwright/doc-sentence': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['tests/{harness,integration,bench,faults,replay,e2e}/**'], rules: { ...restrict(swallowing), 'no-console': 'off' } },
)
