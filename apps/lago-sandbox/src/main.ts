import { EnvError, readEnv } from './env.ts'
import { log } from './log.ts'
import { start } from './server.ts'

try {
  const env = readEnv()
  const server = await start(env)
  log('info', 'listening', { url: `http://${env.host}:${server.port}` })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log('info', 'stopping', { signal })
      void server.stop().then(() => process.exit(0))
    })
  }
} catch (error) {
  const problems = error instanceof EnvError ? error.message.split('\n') : [String(error)]
  for (const problem of problems) log('error', problem)
  process.exitCode = 1
}
