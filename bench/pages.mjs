import { launch } from 'chrome-launcher'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { gzipSync } from 'node:zlib'
import { cpuTime, median, rotation, wrk } from './load.mjs'

const runs = 5

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]

/**
 * Lighthouse on its mobile profile, five runs, medians.
 *
 * @param {string} url
 * @param {Record<string, string>} [headers] a session's cookie for private pages
 */
export async function lighthouseMobile(url, headers = {}) {
  const results = []
  for (let run = 0; run < runs; run += 1) {
    const chrome = await launch({ chromePath: '/usr/bin/chromium', chromeFlags: flags, logLevel: 'silent' })
    try {
      const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'error', extraHeaders: headers })
      const bytes = (type) =>
        (lhr.audits['network-requests'].details?.items ?? [])
          .filter((item) => item.resourceType === type)
          .reduce((sum, item) => sum + item.transferSize, 0)
      results.push({
        performance: lhr.categories.performance.score * 100,
        accessibility: lhr.categories.accessibility.score * 100,
        lcp: lhr.audits['largest-contentful-paint'].numericValue / 1000,
        tbt: lhr.audits['total-blocking-time'].numericValue,
        cls: lhr.audits['cumulative-layout-shift'].numericValue,
        scripts: bytes('Script') / 1024,
        styles: bytes('Stylesheet') / 1024,
      })
    } finally {
      chrome.kill()
    }
  }
  return Object.fromEntries(
    Object.keys(results[0]).map((key) => [key, median(results.map((result) => result[key]))]),
  )
}

/** A cached page through nginx beside the same bytes as a precompressed static file of the same nginx version. */
export async function cachedPage({ site, program, folder, port }) {
  const gzip = { 'accept-encoding': 'gzip' }
  const page = Buffer.from(await (await fetch(site)).arrayBuffer())
  writeFileSync(join(folder, 'page.html'), page)
  writeFileSync(join(folder, 'page.html.gz'), gzipSync(page, { level: 6 }))
  const configuration = join(folder, 'static.conf')
  writeFileSync(
    configuration,
    `pid ${folder}/static.pid; error_log ${folder}/static.log; worker_processes auto; events {}
     http { access_log off; open_file_cache max=10; gzip_static on; sendfile on; keepalive_requests 1000000;
       ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
       server { listen 127.0.0.1:${port}; root ${folder}; } }`,
  )
  execFileSync(program, ['-c', configuration])
  try {
    return await rotation(3, {
      cached: () => wrk(site, gzip),
      file: () => wrk(`http://127.0.0.1:${port}/page.html`, gzip),
    })
  } finally {
    execFileSync(program, ['-c', configuration, '-s', 'stop'])
  }
}

/** CPU of the site's process for one page that no cache answered, in milliseconds. */
export async function renderCost(pid, url, headers = {}) {
  const requests = 100
  for (let request = 0; request < 20; request += 1) await (await fetch(url, { headers })).arrayBuffer()
  const before = cpuTime(pid)
  for (let request = 0; request < requests; request += 1) {
    const response = await fetch(url, { headers })
    if (!response.ok) throw new Error(`${url}: ${response.status}`)
    await response.arrayBuffer()
  }
  return (cpuTime(pid) - before) / requests
}
