import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What the server under test needs besides the database, which the environment names (DB_HOST, DB_PORT, …).
    env: {
      NODE_ENV: 'test',
      LAGO_API_KEY: 'test-key',
      PUBLIC_URL: 'http://sandbox.test',
      PAYMENT_REDIRECT_URL: 'http://product.test/dashboard/billing',
    },
  },
})
