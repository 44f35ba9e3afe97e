import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { startGateway } from './gateway.ts'

const entry = fileURLToPath(new URL('../../.output/server/index.mjs', import.meta.url))

async function freePort() {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** As a browser visits: `fetch` would announce itself as a script and be answered in JSON. */
async function visit(address: string, headers: Record<string, string>) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    request(address, { headers: { accept: 'text/html', ...headers } }, resolve)
      .on('error', reject)
      .end(),
  )
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

/** The built site, as it is deployed, in front of a gateway of the test's own. */
export async function startSite() {
  if (!existsSync(entry)) throw new Error('The site is not built. Run `pnpm build` first.')
  const gateway = await startGateway()
  const port = await freePort()
  const process_ = spawn(process.execPath, [entry], {
    env: {
      HOST: '127.0.0.1',
      PORT: `${port}`,
      NODE_ENV: 'production',
      NUXT_GATEWAY_URL: gateway.url,
      NUXT_PUBLIC_SITE_URL: 'http://gantry.test',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  while (
    !(await fetch(`${url}/_site/health`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 50))
  return {
    gateway,
    get: (path: string, headers: Record<string, string> = {}) => visit(url + path, headers),
    stop: () => {
      process_.kill()
      gateway.stop()
    },
  }
}
