import { mkdirSync } from 'node:fs'
import { bootstrap } from './bootstrap.ts'
import { directusArguments, directusEnvironment } from './directus.ts'
import { readEnvironment } from './env.ts'

const env = readEnvironment()
mkdirSync(env.STORAGE_LOCAL_ROOT, { recursive: true })
await bootstrap(env)

// Directus takes this process over, so that signals and the exit code are its own.
process.execve!(process.execPath, [process.execPath, ...directusArguments('start')], directusEnvironment(env))
