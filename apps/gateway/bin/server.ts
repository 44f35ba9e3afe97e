await import('reflect-metadata')
const { Ignitor, prettyPrintError } = await import('@adonisjs/core')
const { end } = await import('#core/end')

const APP_ROOT = new URL('../', import.meta.url)

const IMPORTER = (filePath: string) =>
  filePath.startsWith('.') ? import(new URL(filePath, APP_ROOT).href) : import(filePath)

await new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', async () => {
      const { default: env } = await import('#start/env')
      const { drain } = await import('#core/drain')
      const server = (await app.container.make('server')).getNodeServer()
      if (server) await drain(server, env.get('DRAIN_MS'))
      await end(app)
    })
    app.listen('SIGINT', () => end(app))
  })
  .httpServer()
  .start()
  .catch(async (error) => {
    process.exitCode = 1
    await prettyPrintError(error)
  })
