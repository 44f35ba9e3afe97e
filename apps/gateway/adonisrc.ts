import { indexEntities } from '@adonisjs/core'
import { defineConfig } from '@adonisjs/core/app'
import { generateRegistry } from '@tuyau/core/hooks'

const unused = { enabled: false } as const

export default defineConfig({
  commands: [() => import('@adonisjs/core/commands'), () => import('@adonisjs/lucid/commands')],
  providers: [
    () => import('@adonisjs/core/providers/app_provider'),
    () => import('@adonisjs/core/providers/hash_provider'),
    { file: () => import('@adonisjs/core/providers/repl_provider'), environment: ['repl', 'test'] },
    () => import('@adonisjs/core/providers/vinejs_provider'),
    () => import('@adonisjs/lucid/database_provider'),
    () => import('@adonisjs/redis/redis_provider'),
    () => import('@adonisjs/session/session_provider'),
    () => import('@adonisjs/shield/shield_provider'),
    () => import('@adonisjs/auth/auth_provider'),
    () => import('@adonisjs/ally/ally_provider'),
    () => import('@adonisjs/limiter/limiter_provider'),
    () => import('@adonisjs/mail/mail_provider'),
    () => import('@adonisjs/cache/cache_provider'),
    () => import('@adonisjs/drive/drive_provider'),
    () => import('@adonisjs/i18n/i18n_provider'),
    () => import('#providers/api_provider'),
    { file: () => import('#providers/stores_provider'), environment: ['web', 'test'] },
    { file: () => import('#providers/internal_listener_provider'), environment: ['web', 'test'] },
    { file: () => import('#providers/content_changes_provider'), environment: ['web', 'test'] },
    { file: () => import('#providers/studio_sockets_provider'), environment: ['web'] },
  ],
  preloads: [
    () => import('#accounts/roles'),
    () => import('#start/validator'),
    () => import('#start/routes'),
    () => import('#start/kernel'),
    () => import('#start/logging'),
  ],
  tests: {
    suites: [{ name: 'gateway', files: ['app/**/tests/*.spec.ts', 'tests/*.spec.ts'], timeout: 20_000 }],
    forceExit: true,
  },
  metaFiles: [
    { pattern: 'config/roles.yaml', reloadServer: true },
    { pattern: 'resources/lang/**/*.json', reloadServer: true },
  ],
  directories: { commands: 'commands' },
  hooks: {
    init: [
      indexEntities({
        controllers: unused,
        events: unused,
        listeners: unused,
        transformers: unused,
        manifest: unused,
      }),
      generateRegistry(),
    ],
  },
})
