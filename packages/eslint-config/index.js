import js from '@eslint/js'
import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const ignored = [
  '**/node_modules/**',
  '**/build/**',
  '**/.output/**',
  '**/.nuxt/**',
  '**/.adonisjs/**',
  '**/*.d.ts',
]

const environmentRead = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'Environment variables are read in one place per application; import the validated value instead.',
}

/** A guard that returns a boolean does nothing when its answer is dropped; guards that throw are safe as statements. */
const droppedGuard = [
  'CallExpression[callee.property.name=/^(execute|check|allows|denies)$/]',
  'AwaitExpression > CallExpression[callee.property.name=/^(execute|check|allows|denies)$/]',
  'CallExpression[callee.name="can"]',
].map((call) => ({
  selector: `ExpressionStatement > ${call}`,
  message: 'This guard answers with a boolean that is dropped here. Use one that throws, or use its answer.',
}))

const resourceMethods = {
  selector:
    'ClassBody > MethodDefinition[kind="method"]:not([key.name=/^(index|show|store|update|destroy)$/])',
  message:
    'Controllers are resources: index, show, store, update, destroy. A verb becomes a resource of its own.',
}

const typescript = [
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Module augmentation is written as an interface that only extends.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', environmentRead, ...droppedGuard],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
]

const promises = (root) => ({
  files: ['**/*.ts'],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
  },
})

/**
 * Rules for a Node package or application.
 *
 * @param {string} root the package's folder (`import.meta.dirname`), where its tsconfig.json lies
 * @param {{environment?: string[]}} options files that may read `process.env`
 */
export function node(root, { environment = ['src/env.ts'] } = {}) {
  return [
    { ignores: ignored },
    ...typescript,
    { languageOptions: { globals: globals.node } },
    promises(root),
    { files: ['**/*.{js,mjs}'], ...tseslint.configs.disableTypeChecked },
    { files: environment, rules: { 'no-restricted-syntax': ['error', ...droppedGuard] } },
  ]
}

/** From the innermost to the outermost: a domain imports from the ranks before its own, never from its own rank or a later one. */
const domainRanks = [
  ['core'],
  ['ledger'],
  ['accounts'],
  ['organizations'],
  [
    'audit',
    'billing',
    'content',
    'api_keys',
    'single_sign_on',
    'webhooks',
    'flags',
    'usage',
    'notifications',
    'search',
    'tasks',
    'assistant',
  ],
  ['admin'],
]

function domainDirection(domain, rank) {
  const forbidden = domainRanks
    .slice(rank)
    .flat()
    .filter((other) => other !== domain)
  return {
    files: [`app/${domain}/**/*.ts`],
    ignores: ['**/tests/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: forbidden.flatMap((other) => [
                `#${other}/*`,
                `**/app/${other}/**`,
                `../${other}/**`,
                `../../${other}/**`,
              ]),
              message: `The ${domain} domain may only import from the domains it is built on.`,
            },
          ],
        },
      ],
    },
  }
}

/** Rules for the gateway: those of a Node application, the direction of domain imports, and controllers as resources. */
export function gateway(root) {
  return [
    // Entry points set NODE_ENV before the environment is read.
    ...node(root, { environment: ['start/env.ts', 'bin/*.ts'] }),
    // A check constraint of a table is a statement by nature.
    { files: ['database/migrations/**'], rules: { 'no-restricted-syntax': ['error', environmentRead] } },
    // Nothing is forbidden to the outermost.
    ...domainRanks
      .slice(0, -1)
      .flatMap((domains, rank) => domains.map((domain) => domainDirection(domain, rank))),
    {
      files: ['app/*/controllers/**/*.ts'],
      rules: { 'no-restricted-syntax': ['error', environmentRead, ...droppedGuard, resourceMethods] },
    },
  ]
}

/** Words for people stand in i18n/locales, in every language, and not in a template. */
const noRawText = [
  'error',
  {
    attributes: {
      '/.+/': [
        'action',
        'all',
        'alt',
        'aria-label',
        'description',
        'empty',
        'help',
        'hint',
        'keep',
        'label',
        'placeholder',
        'text',
        'title',
        'what',
      ],
    },
    ignorePattern: '^[^\\p{L}]*$',
    ignoreText: ['Gantry', 'Acme', 'npm start', 'http://localhost:8080'],
  },
]

/** Rules for the Nuxt application; `nuxt.config.ts` is the one place that reads the environment. */
export function web(root) {
  return [
    { ignores: ignored },
    ...typescript,
    ...vue.configs['flat/recommended'],
    {
      files: ['**/*.vue'],
      languageOptions: {
        parser: vueParser,
        parserOptions: {
          parser: tseslint.parser,
          ecmaVersion: 'latest',
          sourceType: 'module',
          tsconfigRootDir: root,
        },
      },
    },
    {
      languageOptions: { globals: { ...globals.browser, ...globals.node } },
      rules: {
        // TypeScript and the Nuxt compiler know the auto-imported names.
        'no-undef': 'off',
        'vue/multi-word-component-names': 'off',
        // Layout is prettier's.
        'vue/html-indent': 'off',
        'vue/html-closing-bracket-newline': 'off',
        'vue/html-self-closing': 'off',
        'vue/max-attributes-per-line': 'off',
        'vue/singleline-html-element-content-newline': 'off',
        'vue/multiline-html-element-content-newline': 'off',
        'vue/first-attribute-linebreak': 'off',
        'vue/require-default-prop': 'off',
        'vue/no-v-html': 'error',
      },
    },
    {
      files: ['app/**/*.vue'],
      plugins: { '@intlify/vue-i18n': vueI18n },
      rules: { '@intlify/vue-i18n/no-raw-text': noRawText },
    },
    { files: ['nuxt.config.ts'], rules: { 'no-restricted-syntax': ['error', ...droppedGuard] } },
  ]
}

/** Rules for the scripts at the root of the repository: plain JavaScript that starts processes and talks to people. */
export function scripts() {
  return [
    { ignores: ignored },
    js.configs.recommended,
    {
      languageOptions: { globals: globals.node },
      rules: {
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        'no-restricted-syntax': ['error', ...droppedGuard],
      },
    },
    // Functions handed to the browser run there.
    { files: ['e2e/**'], languageOptions: { globals: globals.browser } },
  ]
}
