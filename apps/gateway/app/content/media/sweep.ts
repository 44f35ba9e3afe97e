import { deleteFiles, readFiles } from '@directus/sdk'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import { admin } from '#content/cms/client'

/** No upload takes longer; what has no size by then has ended on the way, and nothing can refer to it. */
const longest = { hours: 6 }

/** Removes what is left of uploads that were broken off: a row without a size, and the part that had arrived. */
export async function sweepUploads(now = DateTime.utc()) {
  const broken = await admin.request(
    readFiles({
      fields: ['id'],
      filter: {
        _and: [{ filesize: { _null: true } }, { created_on: { _lt: now.minus(longest).toISO() } }],
      } as never,
      limit: 200,
    }),
  )
  if (broken.length === 0) return 0
  await admin.request(deleteFiles(broken.map(({ id }) => id)))
  logger.info({ files: broken.length }, 'removed what was left of broken uploads')
  return broken.length
}
