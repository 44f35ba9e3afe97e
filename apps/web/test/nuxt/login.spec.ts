import { mockNuxtImport, mountSuspended } from '@nuxt/test-utils/runtime'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import Login from '~/pages/login/index.vue'
import { providers } from '../peer/world'

const { navigate } = vi.hoisted(() => ({ navigate: vi.fn() }))
mockNuxtImport('navigateTo', () => navigate)

const requests = vi.fn<(path: string, init?: RequestInit) => Response>()
const json = (status: number, body: object) => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  vi.clearAllMocks()
  localStorage.clear()
  document.cookie = 'XSRF-TOKEN=token%2Bone; path=/'
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) =>
    path === '/api/auth/providers' ? json(200, { success: true, data: providers }) : requests(path, init),
  )
})

async function signIn(route = '/login') {
  const page = await mountSuspended(Login, { route, attachTo: document.body })
  await page.get('input[name=email]').setValue('alice@acme.test')
  await page.get('input[name=password]').setValue('gantry-demo-2026')
  await page.get('form').trigger('submit')
  await flushPromises()
  return page
}

test('signs in with the CSRF token and goes where the person wanted', async () => {
  requests.mockReturnValue(json(200, { success: true, data: { user: {} } }))
  await signIn('/login?next=/dashboard/billing')

  const [path, init] = requests.mock.calls[0]!
  expect(path).toBe('/api/auth/login')
  expect(init?.method).toBe('POST')
  expect(new Headers(init?.headers).get('x-xsrf-token')).toBe('token+one')
  expect(JSON.parse(String(init?.body))).toEqual({ email: 'alice@acme.test', password: 'gantry-demo-2026' })
  expect(navigate).toHaveBeenCalledWith('/dashboard/billing', { external: true })
  expect(localStorage.getItem('gantry-signed-in')).toBe('1')
})

test('says what the API says, and goes nowhere', async () => {
  requests.mockReturnValue(
    json(401, { success: false, error: 'The password is wrong.', code: 'E_INVALID_CREDENTIALS' }),
  )
  const page = await signIn()
  expect(page.get('[role=alert]').text()).toBe('The password is wrong.')
  expect(navigate).not.toHaveBeenCalled()
  expect(localStorage.getItem('gantry-signed-in')).toBeNull()
})

test('counts down while the next try has to wait', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  const body = { success: false, error: 'Please wait 65 seconds.', code: 'E_TOO_MANY_GUESSES' }
  requests.mockReturnValue(
    new Response(JSON.stringify(body), { status: 429, headers: { 'retry-after': '65' } }),
  )
  const page = await signIn()
  const button = page.get('button[type=submit]')
  expect(page.get('[role=timer]').text()).toBe('You can try again in 1:05.')
  expect(button.attributes('disabled')).toBeDefined()

  vi.advanceTimersByTime(5_000)
  await flushPromises()
  expect(page.get('[role=timer]').text()).toBe('You can try again in 1:00.')

  vi.advanceTimersByTime(60_000)
  await flushPromises()
  expect(page.find('[role=timer]').exists()).toBe(false)
  expect(page.get('[role=alert]').text()).toBe('')
  expect(button.attributes('disabled')).toBeUndefined()
  vi.useRealTimers()
})

test('puts the message of a field beside the field', async () => {
  requests.mockReturnValue(
    json(422, {
      success: false,
      error: 'Check the form.',
      code: 'E_VALIDATION_ERROR',
      details: { email: 'Not an address.' },
    }),
  )
  const page = await signIn()
  expect(page.get('#email-error').text()).toBe('Not an address.')
  expect(page.get('input[name=email]').attributes('aria-invalid')).toBe('true')
})

test('renews an expired CSRF token once', async () => {
  requests
    .mockReturnValueOnce(json(403, { success: false, error: 'Expired.', code: 'E_BAD_CSRF_TOKEN' }))
    .mockReturnValueOnce(new Response(null, { status: 204 }))
    .mockReturnValueOnce(json(200, { success: true, data: { user: {} } }))
  await signIn()
  expect(requests.mock.calls.map(([path]) => path)).toEqual([
    '/api/auth/login',
    '/api/auth/csrf',
    '/api/auth/login',
  ])
  expect(navigate).toHaveBeenCalledWith('/dashboard', { external: true })
})

test('leads to the providers that are on, and keeps where the person wanted to go', async () => {
  const page = await mountSuspended(Login, { route: '/login?next=/dashboard/billing' })
  const links = page.findAll('a[href^="/api/auth/providers/"]')
  expect(links.map((link) => [link.text(), link.attributes('href')])).toEqual([
    ['Continue with Google', '/api/auth/providers/google/redirect?next=%2Fdashboard%2Fbilling'],
  ])
})

test('says what went wrong at a provider, in words of its own', async () => {
  const page = await mountSuspended(Login, { route: '/login?problem=E_PROVIDER_DENIED' })
  expect(page.get('[role=alert]').text()).toBe('You stopped at the provider, so nothing has changed.')
  const unknown = await mountSuspended(Login, { route: '/login?problem=Call+0800-EVIL' })
  expect(unknown.get('[role=alert]').text()).not.toContain('EVIL')
})
