import type { HttpContext } from '@adonisjs/core/http'
import { cms, cmsUrl } from '#content/cms/client'
import { assetValidator } from '#content/validators/content'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import env from '#start/env'

const passedOn = ['content-type', 'content-length', 'etag', 'last-modified'] as const

export default class AssetsController {
  async show({ request, response }: HttpContext) {
    const { params, key, v: version } = await request.validateUsing(assetValidator)

    const url = cmsUrl('assets', params.id)
    url.searchParams.set('key', key)
    const known = request.header('if-none-match')
    const asset = await cms.stream(url, {
      authorization: `Bearer ${env.get('CMS_READER_TOKEN').release()}`,
      ...(known && { 'if-none-match': known }),
    })

    if (asset.statusCode !== 200 && asset.statusCode !== 304) {
      await asset.body.dump()
      throw new NotFoundException()
    }

    for (const name of passedOn) {
      const value = asset.headers[name]
      if (value !== undefined) response.header(name, value)
    }
    response.header('Cache-Control', version ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
    response.header('Content-Security-Policy', "default-src 'none'; sandbox")
    response.header('X-Content-Type-Options', 'nosniff')
    response.status(asset.statusCode).stream(asset.body)
  }
}
