import type { HttpContext } from '@adonisjs/core/http'
import { sendAsset } from '#content/asset'
import { cmsUrl, studio } from '#content/cms/client'
import { assetFileValidator } from '#content/validators/content'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import env from '#start/env'

const passedOn = [
  'accept-ranges',
  'content-length',
  'content-range',
  'content-type',
  'etag',
  'last-modified',
] as const
const asked = ['if-none-match', 'range', 'if-range'] as const

/** Files that are no pictures, as they were uploaded. Of a picture there are the sizes of the site, and no original. */
export default class AssetFilesController {
  async show({ request, response }: HttpContext) {
    const { params, v: version } = await request.validateUsing(assetFileValidator)
    const left = new AbortController()
    response.response.once('close', () => left.abort())

    const url = cmsUrl('assets', params.id)
    url.searchParams.set('download', '')
    const headers = Object.fromEntries(
      asked.flatMap((name) => {
        const value = request.header(name)
        return value ? [[name, value]] : []
      }),
    )
    const asset = await studio.forward(url, {
      method: 'GET',
      headers: { ...headers, authorization: `Bearer ${env.get('CMS_READER_TOKEN').release()}` },
      body: null,
      signal: left.signal,
    })
    if (!asset) return
    const type = String(asset.headers['content-type'] ?? '')
    const isKnown = [200, 206, 304, 416].includes(asset.statusCode)
    if (!isKnown || type.startsWith('image/')) {
      asset.body.destroy()
      throw new NotFoundException()
    }

    // A page of ours may play it; opened by itself it is saved.
    response.header('Content-Disposition', asset.headers['content-disposition'] ?? 'attachment')
    sendAsset(response, asset, passedOn, version)
  }
}
