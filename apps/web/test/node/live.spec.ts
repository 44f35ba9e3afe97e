// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import script from '../../app/assets/scripts/site.js?raw'

/** A stream of the browser's, which the test opens, speaks through, or refuses. */
class Stream {
  static opened: Stream[] = []
  readyState = 0
  onmessage?: () => void
  onopen?: () => void
  onerror?: () => void
  constructor(public address: string) {
    Stream.opened.push(this)
  }
  close() {
    this.readyState = 2
  }
  refuse() {
    this.readyState = 2
    this.onerror?.()
  }
  breakOff() {
    this.readyState = 0
    this.onerror?.()
  }
}

const page = (text: string) => `<title>${text}</title><main data-live><h1>${text}</h1></main>`
let published = 'Before'
const looks = vi.fn(async () => new Response(page(published)))

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('fetch', looks)
  Stream.opened = []
  looks.mockClear()
  published = 'Before'
  document.body.innerHTML = page('Before')
  // As the browser runs it: a plain script in the head.
  new Function(script)()
  dispatchEvent(new Event('load'))
  await vi.advanceTimersByTimeAsync(1_000)
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const heading = () => document.querySelector('h1')?.textContent

test('an open page that may not listen looks once a minute', async () => {
  expect(Stream.opened.map(({ address }) => address)).toEqual(['/api/cms/events'])
  Stream.opened[0]!.refuse()
  published = 'After'
  await vi.advanceTimersByTimeAsync(59_000)
  expect(looks).not.toHaveBeenCalled()
  expect(heading()).toBe('Before')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(heading()).toBe('After')
  await vi.advanceTimersByTimeAsync(180_000)
  expect(looks).toHaveBeenCalledTimes(4)
})

test('one whose stream breaks off does not: the browser connects again by itself', async () => {
  Stream.opened[0]!.onopen?.()
  Stream.opened[0]!.breakOff()
  await vi.advanceTimersByTimeAsync(300_000)
  expect(looks).not.toHaveBeenCalled()
  published = 'Missed'
  Stream.opened[0]!.onopen?.()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(heading()).toBe('Missed')
})

test('one that listens looks when it is told to, and only then', async () => {
  await vi.advanceTimersByTimeAsync(300_000)
  expect(looks).not.toHaveBeenCalled()
  published = 'After'
  Stream.opened[0]!.onmessage?.()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(heading()).toBe('After')
})

test('one that looks keeps what it has when nothing better is answered', async () => {
  Stream.opened[0]!.refuse()
  looks.mockImplementationOnce(async () => new Response('Bad gateway', { status: 502 }))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heading()).toBe('Before')
  looks.mockImplementationOnce(() => Promise.reject(new TypeError('offline')))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heading()).toBe('Before')
  published = 'After'
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heading()).toBe('After')
})
