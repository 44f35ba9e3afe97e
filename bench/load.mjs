import autocannon from 'autocannon'
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const clockTick = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** CPU time a process has used so far, in milliseconds. */
export function cpuTime(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * clockTick
}

/** Memory of a process that nobody else shares, plus its part of what is shared, in megabytes. */
export function memory(pid) {
  const match = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
  return Number(match[1]) / 1024
}

/**
 * Loads one address and answers what it cost.
 *
 * @param {{url: string, pid?: number, connections?: number, seconds?: number, headers?: Record<string, string>, method?: string, body?: string}} options
 * @returns {Promise<{perSecond: number, p50: number, cpu: number | undefined}>} p50 in milliseconds; CPU of the server process
 *   in milliseconds a request
 * @throws {Error} when an answer was not a success: a fast refusal is not a result
 */
export async function load({ url, pid, connections = 20, seconds = 3, headers = {}, method = 'GET', body }) {
  const before = pid && cpuTime(pid)
  const result = await autocannon({ url, connections, duration: seconds, headers, method, body })
  const used = pid && cpuTime(pid) - before
  const answered = result.requests.total
  if (result.non2xx > 0 || result.errors > 0 || answered === 0) {
    throw new Error(
      `${url}: ${result.non2xx} answers were not a success, ${result.errors} failed, ${answered} in all`,
    )
  }
  return { perSecond: answered / result.duration, p50: result.latency.p50, cpu: used && used / answered }
}

/**
 * The median over rounds of p50 of sequential requests on one connection, finer than a load generator's whole milliseconds.
 */
export async function oneConnection(url, { headers = {}, requests = 150 } = {}) {
  const times = []
  for (let request = 0; request < requests; request += 1) {
    const begun = performance.now()
    const response = await fetch(url, { headers })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${url}: ${response.status}`)
    times.push(performance.now() - begun)
  }
  return median(times)
}

/** Requests a second by wrk, which is lighter than the servers it measures. */
export function wrk(url, headers = {}) {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const output = execFileSync('wrk', ['-t1', '-c20', '-d3s', ...given, url], { encoding: 'utf8' })
  if (/Non-2xx/.test(output)) throw new Error(`${url}: not every answer was a success\n${output}`)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1])
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Measures several things in turn, several times, and forms the ratio of each to the last inside one round, because the
 * machine is never equally busy twice.
 *
 * @param {number} rounds
 * @param {Record<string, () => Promise<number> | number>} contestants
 * @returns {Promise<{values: Record<string, number>, ratio: (a: string, b: string) => number, each: (form: (round: Record<string, number>) => number) => number}>}
 *   medians; `each` of what is formed of one round
 */
export async function rotation(rounds, contestants) {
  const results = []
  for (let round = 0; round < rounds; round += 1) {
    const result = {}
    for (const [name, measure] of Object.entries(contestants)) result[name] = await measure()
    results.push(result)
  }
  const each = (form) => median(results.map(form))
  return {
    values: Object.fromEntries(Object.keys(contestants).map((name) => [name, each((round) => round[name])])),
    ratio: (a, b) => each((round) => round[a] / round[b]),
    each,
  }
}

/** Starts a peer and resolves once it has written its port. */
export function startPeer(file, env) {
  return new Promise((resolve, reject) => {
    const child = spawn('node', [file], {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.once('data', (text) =>
      resolve({ url: `http://127.0.0.1:${Number(text)}`, pid: child.pid, stop: () => child.kill() }),
    )
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code}`)))
  })
}
