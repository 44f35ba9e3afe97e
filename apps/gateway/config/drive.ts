import { defineConfig, services } from '@adonisjs/drive'
import type { InferDriveDisks } from '@adonisjs/drive/types'
import env from '#start/env'

/** Any store that speaks S3. Nothing is public there: every file goes out through a route of the gateway. */
export const s3 = ({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings) =>
  ({
    endpoint,
    region,
    bucket,
    credentials: { accessKeyId, secretAccessKey },
    // With an address of its own, a store rarely has a host name for each bucket.
    forcePathStyle: endpoint !== undefined,
    visibility: 'private',
    supportsACL: false,
    // What S3 itself has added lately, others refuse.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 8_000 },
  }) satisfies Parameters<typeof services.s3>[0]

interface S3Settings {
  endpoint: string | undefined
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

const driveConfig = defineConfig({
  default: 'uploads',
  services: {
    uploads:
      env.get('UPLOADS_DISK') === 's3'
        ? services.s3(
            s3({
              endpoint: env.get('S3_ENDPOINT'),
              region: env.get('S3_REGION')!,
              bucket: env.get('S3_BUCKET')!,
              accessKeyId: env.get('S3_ACCESS_KEY_ID')!,
              secretAccessKey: env.get('S3_SECRET_ACCESS_KEY')!.release(),
            }),
          )
        : services.fs({ location: env.get('UPLOADS_FOLDER')!, visibility: 'private' }),
  },
})

export default driveConfig

declare module '@adonisjs/drive/types' {
  export interface DriveDisks extends InferDriveDisks<typeof driveConfig> {}
}
