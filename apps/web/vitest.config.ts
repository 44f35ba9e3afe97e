import { defineVitestProject } from '@nuxt/test-utils/config'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'node', include: ['test/{node,server}/**/*.spec.ts'] } },
      await defineVitestProject({
        test: {
          name: 'nuxt',
          environment: 'nuxt',
          include: ['test/nuxt/**/*.spec.ts'],
          // Each file starts the application, which a busy machine takes its time for.
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      }),
    ],
  },
})
