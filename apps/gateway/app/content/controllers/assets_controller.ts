import type { HttpContext } from '@adonisjs/core/http'
import { sendAsset } from '#content/asset'
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

    sendAsset(response, asset, passedOn, version)
  }
}
