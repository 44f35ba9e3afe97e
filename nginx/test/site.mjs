import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { connect, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { systemPrograms } from '../../scripts/stack/debian.mjs'
import { nginx } from '../../scripts/stack/nginx.mjs'

/**
 * An upstream that remembers what reached it. It answers with an echo of the request until a test sets `answer`.
 *
 * @param {string} name told by the echo
 */
class Upstream {
  constructor(name) {
    this.name = name
    this.reset()
    this.server = createServer((request, response) => {
      this.requests.push({ method: request.method, url: request.url, headers: request.headers })
      this.answer(request, response)
    })
    this.server.on('upgrade', (request, socket) => {
      this.requests.push({ method: request.method, url: request.url, headers: request.headers })
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n')
      socket.pipe(socket)
    })
  }

  reset() {
    this.requests = []
    this.answer = this.echo
  }

  /** Answers every request with this text and these headers. */
  serve(body, headers = {}, status = 200) {
    this.answer = (request, response) => response.writeHead(status, headers).end(body)
  }

  echo(request, response) {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ server: this.name, url: request.url, headers: request.headers }))
  }

  get last() {
    return this.requests.at(-1)
  }

  async start(port = 0) {
    await new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve))
    this.port = this.server.address().port
  }

  async stop() {
    const closed = new Promise((resolve) => this.server.close(resolve))
    this.server.closeAllConnections()
    await closed
  }
}

/**
 * nginx as the stack starts it, between a client and two upstreams that a test controls.
 *
 * @param {(upstreams: {gateway: Upstream, web: Upstream}) => Record<string, string>} settings variables of the template
 */
export async function startSite(settings = () => ({})) {
  const gateway = new Upstream('gateway')
  const web = new Upstream('web')
  await Promise.all([gateway.start(), web.start()])
  const [port, innerPort] = await freePorts(2)
  const folder = mkdtempSync(join(tmpdir(), 'gantry-nginx-'))
  // nginx's own user has to pass through when root runs this.
  chmodSync(folder, 0o755)
  const { command, uid, gid, env, cwd, healthy, signal } = nginx({
    program: systemPrograms(['nginx'], console.log).nginx,
    storage: folder,
    folder,
    ports: { NGINX_PORT: port, NGINX_INNER_PORT: innerPort, GATEWAY_PORT: gateway.port, WEB_PORT: web.port },
    settings: settings({ gateway, web }),
  })
  const child = spawn(command[0], command.slice(1), { cwd, env, uid, gid, stdio: 'inherit' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await eventually(async () => healthy().catch(() => false))
  const site = {
    gateway,
    web,
    origin: `127.0.0.1:${port}`,
    get: (path, headers) => send(port, { path, headers }),
    send: (options) => send(port, options),
    raw: (text) => raw(port, text),
    /** The files of the page cache, each with its key in its head. */
    storedPages: () =>
      readdirSync(join(folder, 'nginx', 'cache', 'pages'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
    accessLog: () => readFileSync(join(folder, 'logs', 'nginx-access.log'), 'utf8'),
    reset() {
      gateway.reset()
      web.reset()
    },
    async stop() {
      child.kill(signal)
      await ended
      await Promise.all([gateway, web].filter(({ server }) => server.listening).map((one) => one.stop()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return site
}

const patience = 15_000

/** Waits until a condition holds, and gives up when it never does. */
export async function eventually(condition) {
  const deadline = Date.now() + patience
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`It never came to this: ${condition}`)
    await delay(20)
  }
}

/** Waits for the beginning of the next second, when every page that was cached for this one is too old. */
export async function nextSecond() {
  const second = Math.floor(Date.now() / 1000)
  // nginx reads its clock when something happens; a little later both agree.
  await eventually(() => Date.now() / 1000 > second + 1.05)
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createTcpServer())
  await Promise.all(servers.map((server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))))
  const ports = servers.map((server) => server.address().port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

function send(port, { method = 'GET', path = '/', headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false })
    request.on('error', reject)
    request.setTimeout(patience, () => request.destroy(new Error(`No answer to ${method} ${path}`)))
    request.on('response', async (response) => {
      const chunks = await Array.fromAsync(response)
      const bytes = Buffer.concat(chunks)
      const text = (response.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
      resolve({
        status: response.statusCode,
        headers: response.headers,
        rawHeaders: response.rawHeaders,
        text,
        get json() {
          return JSON.parse(text)
        },
      })
    })
    request.end(body)
  })
}

/** Sends bytes as they are and answers the first response, as soon as it is whole. */
function raw(port, text) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port })
    let answer = ''
    const end = () => {
      socket.destroy()
      resolve({ status: Number(answer.split(' ')[1]), text: answer })
    }
    socket.on('data', (chunk) => {
      answer += chunk
      const [head, body] = answer.split('\r\n\r\n', 2)
      const length = /^content-length: (\d+)/im.exec(head)
      if (body !== undefined && length && Buffer.byteLength(body) >= Number(length[1])) end()
    })
    socket.on('end', end)
    socket.on('error', reject)
    socket.write(text, 'latin1')
  })
}
