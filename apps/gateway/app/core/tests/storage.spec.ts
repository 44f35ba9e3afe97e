import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { Disk, services } from '@adonisjs/drive'
import { test } from '@japa/runner'
import { s3 } from '#config/drive'
import { ServiceUnavailableException } from '#core/exceptions/service_unavailable_exception'
import { Storage } from '#core/uploads/storage'
import { startS3 } from '#tests/s3'

type Service = ReturnType<typeof services.fs> | ReturnType<typeof services.s3>

/** Both kinds of disk as `config/drive.ts` makes them, each empty, and how to take it away again. */
const disks: Record<string, () => Promise<{ service: Service; stop: () => Promise<void> }>> = {
  'a local disk': async () => {
    const location = await mkdtemp(join(tmpdir(), 'gantry-uploads-'))
    return {
      service: services.fs({ location, visibility: 'private' }),
      stop: () => rm(location, { recursive: true, force: true }),
    }
  },
  'an S3-compatible store': async () => {
    const { settings, stop } = await startS3()
    return { service: services.s3(s3(settings)), stop }
  },
}

const text = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString()

for (const [name, start] of Object.entries(disks)) {
  test.group(`Storage on ${name}`, (group) => {
    let storage: Storage
    let stop: () => Promise<void>

    group.each.setup(async () => {
      const started = await start()
      const driver = (await started.service.resolver('uploads', app, []))()
      storage = new Storage(() => new Disk(driver))
      stop = started.stop
      return () => stop().catch(() => {})
    })

    test('gives back what it was given, and the latest of it', async ({ assert }) => {
      await storage.write('avatars/a.webp', Buffer.from('first'))
      await storage.write('avatars/a.webp', Buffer.from('second'))

      assert.equal(text(await storage.read('avatars/a.webp')), 'second')
    })

    test('has nothing where nothing was put, and removes it all the same', async ({ assert }) => {
      await storage.remove('avatars/never.webp')
      assert.isNull(await storage.read('avatars/never.webp'))
    })

    test('forgets what is removed', async ({ assert }) => {
      await storage.write('avatars/a.webp', Buffer.from('gone soon'))
      await storage.remove('avatars/a.webp')

      assert.isNull(await storage.read('avatars/a.webp'))
    })

    test('lists one folder', async ({ assert }) => {
      for (const key of ['avatars/a.webp', 'avatars/b.webp', 'exports/c.zip']) {
        await storage.write(key, Buffer.from(key))
      }
      const files = await Array.fromAsync(storage.list('avatars'))

      assert.sameMembers(
        files.map(({ key }) => key),
        ['avatars/a.webp', 'avatars/b.webp'],
      )
      assert.isTrue(files.every(({ modifiedAt }) => Math.abs(Date.now() - modifiedAt.getTime()) < 60_000))
      assert.deepEqual(await Array.fromAsync(storage.list('empty')), [])
    })
  })
}

test.group('Storage that is away', () => {
  test('says so, and does not claim that a file is missing', async ({ assert }) => {
    const { settings, stop } = await startS3()
    const driver = (await services.s3(s3(settings)).resolver('uploads', app, []))()
    const storage = new Storage(() => new Disk(driver))
    await stop()

    for (const attempt of [
      () => storage.write('avatars/a.webp', Buffer.from('x')),
      () => storage.read('avatars/a.webp'),
      () => storage.remove('avatars/a.webp'),
    ]) {
      const error = await attempt().catch((thrown: unknown) => thrown)
      assert.instanceOf(error, ServiceUnavailableException)
    }
  })

  test('is so too where a disk takes no files', async ({ assert }) => {
    // A file where the folder should be: not even the system's administrator can write below it.
    const driver = (
      await services.fs({ location: '/dev/null', visibility: 'private' }).resolver('uploads', app, [])
    )()
    const storage = new Storage(() => new Disk(driver))
    const error = await storage.write('avatars/a.webp', Buffer.from('x')).catch((thrown: unknown) => thrown)

    assert.instanceOf(error, ServiceUnavailableException)
  })
})
