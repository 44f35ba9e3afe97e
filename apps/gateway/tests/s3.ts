import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// @ts-expect-error: it brings no types.
import S3rver from '@20minutes/s3rver'

/** A store that speaks S3, with one bucket in it, until it is stopped. */
export async function startS3() {
  const directory = await mkdtemp(join(tmpdir(), 'gantry-s3-'))
  const bucket = 'gantry-uploads'
  const server = new S3rver({
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
    // It reads the path of a list without the slash at its end, with which AWS signs it.
    allowMismatchedSignatures: true,
  })
  const { port } = (await server.run()) as AddressInfo
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-central-1',
      bucket,
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    },
    async stop() {
      server.httpServer.closeAllConnections()
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
