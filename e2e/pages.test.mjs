import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import {
  assertNoComplaints,
  closeBrowser,
  expected,
  openBrowser,
  person,
  picture,
  signIn,
} from './browser.mjs'
import { eventually, site } from './stack.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

before(openBrowser)
after(closeBrowser)

const posts = await eventually(
  'the posts',
  async () => (await (await fetch(`${site}/api/cms/posts`)).json()).data,
)

const publicPages = [
  '/',
  '/pricing',
  '/blog',
  `/blog/${posts[0].slug}`,
  `/blog/category/${posts[0].category.slug}`,
  `/blog/author/${posts[0].author.slug}`,
  `/blog/tag/${posts[0].tags[0]}`,
  '/search?q=webhook',
  '/search?q=zeppelin',
  '/docs',
  '/docs/architecture',
  '/changelog',
  '/about',
  '/contact',
  '/privacy',
  '/terms',
  '/imprint',
  '/login',
  '/register',
  '/verify-email',
  '/single-sign-on',
  '/login?problem=E_ACCOUNT_EXISTS',
  '/forgot-password',
  '/reset-password',
  '/magic-link',
  '/login/second-step',
  '/change-email',
  '/undo-email',
  '/invitations',
  '/nothing-here',
]
const privatePages = {
  'alice@acme.test': [
    '/dashboard',
    '/dashboard/billing',
    '/dashboard/billing/usage',
    '/dashboard/billing/details',
    '/dashboard/settings',
    '/dashboard/settings/preferences',
    '/dashboard/settings/security',
    '/dashboard/settings/single-sign-on',
    '/dashboard/settings/api-keys',
    '/dashboard/settings/sessions',
    '/dashboard/settings/organization',
    '/dashboard/settings/members',
    '/dashboard/settings/teams',
    '/dashboard/organizations/new',
    '/dashboard/settings/data',
    '/dashboard/settings/audit',
    '/dashboard/settings/audit?action=user.logged_in',
  ],
  'bob@acme.test': ['/dashboard/billing'],
  'eve@gantry.test': [
    '/admin/content',
    '/admin/content/posts/new',
    '/admin/content/pages/new',
    '/dashboard/studio',
  ],
  'dana@gantry.test': [
    '/admin',
    '/admin/organizations',
    '/admin/billing',
    '/admin/billing/webhooks',
    '/admin/ledger',
    '/admin/queues',
    '/admin/users',
    '/admin/users?search=nobody-at-all',
  ],
}

/** Opens a page and checks what must hold for every page: it fits, everyone can use it, and nothing complains. */
async function inspect(visitor, path, name) {
  const { page } = visitor
  await page.goto(path, { waitUntil: 'load' })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(overflow <= 0, `${path} is ${overflow} px wider than the window`)
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => window.axe.run())
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`),
    [],
    path,
  )
  await picture(page, name)
}

for (const width of [1280, 360]) {
  for (const colorScheme of ['light', 'dark']) {
    const look = { viewport: { width, height: 900 }, colorScheme }
    const nameOf = (path, who = '') => `${width}-${colorScheme}${who}${path.replaceAll('/', '_')}`

    test(`public pages, ${width} px, ${colorScheme}`, async () => {
      const visitor = await person(look)
      for (const path of publicPages) await inspect(visitor, path, nameOf(path))
      expected(visitor, /nothing-here.*404/)
      assertNoComplaints(visitor)
      await visitor.close()
    })

    test(`private pages, ${width} px, ${colorScheme}`, async () => {
      for (const [email, paths] of Object.entries(privatePages)) {
        const visitor = await person(look)
        await signIn(visitor, email)
        for (const path of paths) await inspect(visitor, path, nameOf(path, `-${email.split('@')[0]}`))
        assertNoComplaints(visitor)
        await visitor.close()
      }
    })
  }
}
