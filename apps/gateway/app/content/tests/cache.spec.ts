import { test } from '@japa/runner'
import { uuidv7 } from 'uuidv7'
import { copyOf, purge } from '#content/cache'

const view = (value: number, tags: string[]) => ({ answer: { value }, tags })
const bodyOf = async (copy: ReturnType<typeof copyOf>) => (await copy)?.body

test.group('Cache', () => {
  test('asks once for a hundred who ask at the same time', async ({ assert }) => {
    const key = uuidv7()
    let asked = 0
    const build = async () => view(++asked, [key])

    const copies = await Promise.all(Array.from({ length: 100 }, () => copyOf(key, build)))
    assert.equal(asked, 1)
    assert.isTrue(copies.every((copy) => copy?.body === '{"value":1}'))
  })

  test('asks again after a purge of any of its tags', async ({ assert }) => {
    const key = uuidv7()
    let asked = 0
    const build = async () => view(++asked, [`a:${key}`, `b:${key}`])

    await copyOf(key, build)
    await purge([`c:${key}`])
    assert.equal(await bodyOf(copyOf(key, build)), '{"value":1}')
    await purge([`b:${key}`])
    assert.equal(await bodyOf(copyOf(key, build)), '{"value":2}')
  })

  test('serves the old copy where a new one cannot be made, then the new one', async ({ assert }) => {
    const key = uuidv7()
    await copyOf(key, async () => view(1, [key]))
    await purge([key])

    const failing = () => Promise.reject(new Error('gone'))
    assert.equal(await bodyOf(copyOf(key, failing)), '{"value":1}')
    await purge([key])
    assert.equal(await bodyOf(copyOf(key, async () => view(2, [key]))), '{"value":2}')
  })

  test('serves the old copy where a new one takes too long', async ({ assert }) => {
    const key = uuidv7()
    await copyOf(key, async () => view(1, [key]))
    await purge([key])

    const never = () => new Promise<never>(() => {})
    assert.equal(await bodyOf(copyOf(key, never)), '{"value":1}')
  })

  test('says why where there is no copy at all', async ({ assert }) => {
    const reason = new Error('gone')
    await assert.rejects(() => copyOf(uuidv7(), () => Promise.reject(reason)), 'gone')
  })

  test('remembers that something does not exist until that changes', async ({ assert }) => {
    const key = uuidv7()
    const missing = async () => ({ answer: null, tags: [key] })
    assert.isNull(await copyOf(key, missing))
    assert.isNull(await copyOf(key, async () => view(1, [key])))
    await purge([key])
    assert.equal(await bodyOf(copyOf(key, async () => view(1, [key]))), '{"value":1}')
  })
})
