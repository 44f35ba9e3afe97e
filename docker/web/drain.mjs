// Loaded before the site's server, which would leave at once: a replica that is told to stop first ends its connections with their
// answers, for longer than nginx keeps an idle one (4 s), then refuses new ones, and only then is gone.
import { subscribe } from 'node:diagnostics_channel'
import { setTimeout } from 'node:timers/promises'

const servers = new Set()
let draining = false

subscribe('http.server.request.start', ({ server, response }) => {
  servers.add(server)
  if (draining) response.setHeader('Connection', 'close')
})

process.once('SIGTERM', async () => {
  draining = true
  await setTimeout(5_000)
  for (const server of servers) server.close()
  await setTimeout(3_000)
  process.exit()
})
