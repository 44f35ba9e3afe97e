import assert from 'node:assert/strict'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { password, sandbox, site, status } from './stack.mjs'

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What makes a certificate that nobody signed as good as any other; on pages with a bad one passkeys do not work. */
function trusted() {
  const { certificate } = status()
  if (!certificate) return []
  const key = new X509Certificate(readFileSync(certificate)).publicKey.export({ type: 'spki', format: 'der' })
  return [`--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`]
}

let browser

/** Opens the one browser that all files share. */
export async function openBrowser() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...quiet, ...trusted(), ...(process.getuid() === 0 ? ['--no-sandbox'] : [])],
  })
}

export async function closeBrowser() {
  await browser?.close()
  browser = undefined
}

const ownHosts = new Set([new URL(site).host, new URL(sandbox).host])

/**
 * A browser window of its own for one person. `person.complaints` collects everything that must not happen: console errors and
 * warnings of the framework, uncaught exceptions, violations of the content security policy, requests to foreign hosts.
 */
export async function person(options = {}) {
  const context = await browser.newContext({
    baseURL: site,
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const complaints = []
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !ownHosts.has(host))
      complaints.push(`request to ${host}: ${request.url()}`)
  })
  context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`))
  context.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' || /hydration|content security policy/i.test(text)) {
      complaints.push(`console on ${message.page()?.url()}: ${text} ${message.location().url}`)
    }
  })
  const page = await context.newPage()
  const goto = page.goto.bind(page)
  page.goto = async (...where) => {
    const response = await goto(...where)
    await page.waitForFunction(isAwake)
    return response
  }
  return { context, page, complaints, close: () => context.close() }
}

/** In the page: what is done before the framework is there is done to a picture of the page. Plain pages never load it. */
const isAwake = () =>
  !document.querySelector('script[type=module][src*="/_nuxt/"]') ||
  window.useNuxtApp?.().isHydrating === false

/** Forgets complaints that a test provoked on purpose, for example the browser's own note about a 503. */
export function expected(visitor, pattern) {
  const other = visitor.complaints.filter((complaint) => !pattern.test(complaint))
  visitor.complaints.splice(0, visitor.complaints.length, ...other)
}

export function assertNoComplaints(visitor) {
  assert.deepEqual(visitor.complaints, [])
}

/** The password of whom `newcomer` registers. */
export const newPassword = 'violet-harbour-72'

/** Registers somebody of their own, so that no other test meets what happens to them; answers their address. */
export async function newcomer({ page }, name) {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${Date.now()}@initech.test`
  await page.goto('/register')
  await page.getByLabel('Full name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(newPassword)
  await page.getByText('Strong.').waitFor()
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/dashboard**')
  return email
}

export async function signIn(visitor, email, secret = password) {
  const { page } = visitor
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/dashboard**')
}

/** Keeps a picture of the page for people to look at. */
export async function picture(page, name) {
  const folder = process.env.SCREENSHOTS
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
