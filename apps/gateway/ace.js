/**
 * Runs ace commands from the TypeScript source. In the production build `bin/console.js` takes its place.
 */
import '@poppinss/ts-exec'

await import('./bin/console.ts')
