import type { Nuxt, NuxtPage } from 'nuxt/schema'
import { defaultLanguage, languages } from './shared/utils/languages'

const production = process.env.NODE_ENV === 'production'

/**
 * Vue numbers ids apart inside a component that has a server prefetch. Nuxt drops that hook from the browser's build, and
 * with Pinia Colada, which relies on it, labels would lose their fields on hydration.
 */
function keepServerPrefetch(_: unknown, nuxt: Nuxt) {
  const { client } = nuxt.options.optimization.treeShake.composables
  client.vue = client.vue?.filter((name) => name !== 'onServerPrefetch') ?? []
}

/** Pages with an address for each language. All others have one, and speak the language of whoever asks. */
const publicPages = /^(?:index|path|blog|changelog|docs|pricing|search)\b/

function leaveAddressesAlone(pages: NuxtPage[]) {
  for (const page of pages.filter(({ name }) => !publicPages.test(name ?? ''))) {
    page.meta = { ...page.meta, i18n: false }
    leaveAddressesAlone(page.children ?? [])
  }
}

export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  devtools: { enabled: false },
  modules: [
    '@nuxt/ui',
    '@nuxt/content',
    '@pinia/nuxt',
    '@pinia/colada-nuxt',
    '@nuxtjs/i18n',
    keepServerPrefetch,
  ],
  hooks: {
    'pages:extend': leaveAddressesAlone,
    // A page loads the words that it needs; the others, and those of the other language, are not fetched ahead.
    'build:manifest': (manifest) => {
      for (const [file, chunk] of Object.entries(manifest))
        if (file.includes('i18n/locales/')) chunk.prefetch = false
    },
  },
  i18n: {
    locales: languages.map(({ code, name }) => ({ code, language: code, name })),
    defaultLocale: defaultLanguage,
    strategy: 'prefix_except_default',
    // A public page is the same for everybody; app/plugins/language.ts chooses for the others.
    detectBrowserLanguage: false,
  },
  runtimeConfig: {
    gatewayUrl: process.env.NUXT_GATEWAY_URL ?? 'http://127.0.0.1:3333',
    public: { siteUrl: process.env.NUXT_PUBLIC_SITE_URL ?? 'http://localhost:8080' },
  },
  devServer: { host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT ?? 3000) },
  typescript: {
    strict: true,
    tsConfig: { compilerOptions: { noUncheckedIndexedAccess: true } },
  },
  experimental: { typedPages: true, payloadExtraction: false, entryImportMap: false },
  // The stylesheets are few and cached for good; inlined, every page would carry them again.
  features: { inlineStyles: false },
  components: [{ path: '~/components', pathPrefix: true }],
  app: {
    head: {
      viewport: 'width=device-width, initial-scale=1',
      link: [
        { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' },
        { rel: 'sitemap', type: 'application/xml', href: '/_site/sitemap.xml' },
        { rel: 'alternate', type: 'application/rss+xml', title: 'Articles', href: '/_site/feed.xml' },
        { rel: 'alternate', type: 'application/feed+json', title: 'Articles', href: '/_site/feed.json' },
      ],
      meta: [
        { name: 'theme-color', content: '#faf9f6', media: '(prefers-color-scheme: light)' },
        { name: 'theme-color', content: '#0f1318', media: '(prefers-color-scheme: dark)' },
      ],
    },
  },
  // Fonts come from npm packages, colour mode from app/assets/scripts/site.js: nothing is fetched at build or run time.
  ui: { fonts: false, colorMode: false, experimental: { componentDetection: true } },
  icon: {
    mode: 'svg',
    provider: 'server',
    localApiEndpoint: '/_site/icons',
    fallbackToApi: false,
    serverBundle: { collections: ['lucide'] },
    clientBundle: { scan: true },
  },
  content: {
    experimental: { sqliteConnector: 'native' },
    database: { type: 'sqlite', filename: ':memory:' },
    build: {
      markdown: {
        highlight: {
          theme: { default: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
          langs: ['bash', 'json', 'ts', 'http', 'yaml', 'ini', 'vue', 'graphql'],
        },
      },
    },
  },
  nitro: { compressPublicAssets: production ? { gzip: true, brotli: true } : false },
})
