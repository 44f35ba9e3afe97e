import { request } from 'node:http'
import { load, median, oneConnection, rotation, startPeer } from './load.mjs'

const rounds = 3

/** Signs in and answers the cookie header of the session. */
export async function signIn(gateway, email = 'alice@acme.test') {
  const csrf = await fetch(`${gateway}/api/auth/csrf`)
  const cookies = new Map(csrf.headers.getSetCookie().map((cookie) => cookie.split(';')[0].split(/=(.*)/s)))
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const login = await fetch(`${gateway}/api/auth/login`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: header(),
      'x-xsrf-token': decodeURIComponent(cookies.get('XSRF-TOKEN')),
    },
    body: JSON.stringify({ email, password: 'gantry-demo-2026' }),
  })
  if (!login.ok) throw new Error(`Signing in answered ${login.status}: ${await login.text()}`)
  for (const cookie of login.headers.getSetCookie()) {
    const [name, value] = cookie.split(';')[0].split(/=(.*)/s)
    cookies.set(name, value)
  }
  return header()
}

/**
 * What a session costs a request: the gateway's cheapest route with one less its cheapest without, beside a whole request to a
 * fastify application that does nothing but read its session.
 */
export async function sessionCheck({ gateway, gatewayPid, redis }) {
  const peer = await startPeer(new URL('./peers/session.mjs', import.meta.url).pathname, redis)
  try {
    const cookie = await signIn(gateway)
    const login = await fetch(`${peer.url}/login`)
    const peerCookie = login.headers.getSetCookie()[0].split(';')[0]
    const { values, ratio, each } = await rotation(rounds, {
      bare: async () => (await load({ url: `${gateway}/api/health/live`, pid: gatewayPid })).cpu,
      csrf: async () =>
        (await load({ url: `${gateway}/api/auth/csrf`, pid: gatewayPid, headers: { cookie } })).cpu,
      me: async () =>
        (await load({ url: `${gateway}/api/auth/me`, pid: gatewayPid, headers: { cookie } })).cpu,
      peer: async () =>
        (await load({ url: `${peer.url}/me`, pid: peer.pid, headers: { cookie: peerCookie } })).cpu,
    })
    return {
      values,
      partToPeer: each(({ csrf, bare, peer }) => (csrf - bare) / peer),
      wholeToPeer: ratio('csrf', 'peer'),
    }
  } finally {
    peer.stop()
  }
}

/** Cached content beside the cheapest route of the gateway and beside Directus itself. */
export async function cachedContent({ gateway, gatewayPid, cms, cmsPid, readerToken }) {
  const directus = `${cms}/items/posts?limit=10&fields=id,slug,title,excerpt`
  const { values, ratio } = await rotation(rounds, {
    bare: async () => (await load({ url: `${gateway}/api/health/live`, pid: gatewayPid })).perSecond,
    cached: async () => (await load({ url: `${gateway}/api/cms/posts`, pid: gatewayPid })).perSecond,
    directus: async () =>
      (await load({ url: directus, pid: cmsPid, headers: { authorization: `Bearer ${readerToken}` } }))
        .perSecond,
  })
  return { values, toBare: ratio('cached', 'bare'), toDirectus: ratio('cached', 'directus') }
}

/** An editor's read through the Studio's door, which is never cached, beside Directus and beside a plain proxy. */
export async function uncachedContent({ gateway, gatewayPid, cms, readerToken }) {
  const peer = await startPeer(new URL('./peers/proxy.mjs', import.meta.url).pathname, {
    UPSTREAM: cms,
    READER_TOKEN: readerToken,
  })
  try {
    const cookie = await signIn(gateway, 'eve@gantry.test')
    const query = '/items/posts?limit=10&meta=filter_count'
    const { values, ratio } = await rotation(rounds, {
      gateway: () => oneConnection(`${gateway}/studio${query}`, { headers: { cookie } }),
      proxy: () => oneConnection(`${peer.url}${query}`),
      directus: () =>
        oneConnection(`${cms}${query}`, { headers: { authorization: `Bearer ${readerToken}` } }),
    })
    const cpu = await rotation(rounds, {
      gateway: async () =>
        (
          await load({
            url: `${gateway}/studio${query}`,
            pid: gatewayPid,
            headers: { cookie },
          })
        ).cpu,
      proxy: async () => (await load({ url: `${peer.url}${query}`, pid: peer.pid })).cpu,
    })
    return {
      values,
      toDirectus: ratio('gateway', 'directus'),
      toProxy: ratio('gateway', 'proxy'),
      cpuToProxy: cpu.ratio('gateway', 'proxy'),
    }
  } finally {
    peer.stop()
  }
}

/** Round trips of one `GET /api/auth/me`: commands that Redis counted and statements that Postgres counted. */
export async function roundTrips({ gateway, commandsProcessed, statementsExecuted }) {
  const cookie = await signIn(gateway)
  const ask = () =>
    fetch(`${gateway}/api/auth/me`, { headers: { cookie } }).then((response) => response.arrayBuffer())
  await ask()
  const requests = 200
  const [redisBefore, sqlBefore] = [await commandsProcessed(), await statementsExecuted()]
  for (let request = 0; request < requests; request += 1) await ask()
  return {
    redis: ((await commandsProcessed()) - redisBefore) / requests,
    sql: ((await statementsExecuted()) - sqlBefore) / requests,
  }
}

/** Proving a password, beside the hash alone, and the time of a refusal by whether the account exists. */
export async function passwords({ gateway }) {
  const peer = await startPeer(new URL('./peers/hash.mjs', import.meta.url).pathname, {})
  try {
    const proof = {
      url: `${gateway}/api/auth/token`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'alice@acme.test', password: 'gantry-demo-2026' }),
    }
    const { values, ratio } = await rotation(rounds, {
      proofs: async () => (await load({ ...proof, connections: 8 })).perSecond,
      hashes: async () => (await load({ url: peer.url, connections: 8 })).perSecond,
    })
    const known = [
      'alice@acme.test',
      'ada@acme.test',
      'bob@acme.test',
      'viktor@acme.test',
      'charlie@globex.test',
    ]
    const times = { known: [], unknown: [] }
    for (let round = 0; round < 30; round += 1) {
      times.known.push(await refusal(gateway, known[round % known.length], round))
      times.unknown.push(await refusal(gateway, `nobody-${round}@acme.test`, round))
    }
    return {
      values,
      toHashes: ratio('proofs', 'hashes'),
      known: median(times.known),
      unknown: median(times.unknown),
    }
  } finally {
    peer.stop()
  }
}

/** Milliseconds until a wrong password is refused; each time from another address, as guessing makes an address wait. */
function refusal(gateway, email, round) {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request(
      `${gateway}/api/auth/token`,
      {
        method: 'POST',
        localAddress: `127.0.${1 + round}.${email.startsWith('nobody') ? 2 : 1}`,
        headers: { 'content-type': 'application/json' },
      },
      (response) => {
        response.resume()
        response.on('end', () =>
          response.statusCode === 401
            ? resolve(performance.now() - begun)
            : reject(new Error(`A wrong password of ${email} was answered ${response.statusCode}`)),
        )
      },
    )
    asked.on('error', reject)
    asked.end(JSON.stringify({ email, password: 'wrong-horse-9' }))
  })
}
