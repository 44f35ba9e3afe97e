import type { Readable } from 'node:stream'
import type { HttpResponse } from '@adonisjs/core/http'

interface Asset {
  statusCode: number
  headers: Record<string, string | string[] | undefined>
  body: Readable
}

/**
 * Passes a file of the CMS on, which nobody may run as a page of ours.
 *
 * @param names of the headers that are passed on with it
 * @param version of the address; with one it is good for ever
 */
export function sendAsset(response: HttpResponse, asset: Asset, names: readonly string[], version?: string) {
  for (const name of names) {
    const value = asset.headers[name]
    if (value !== undefined) response.header(name, value)
  }
  response.header('Cache-Control', version ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
  response.header('Content-Security-Policy', "default-src 'none'; sandbox")
  response.header('X-Content-Type-Options', 'nosniff')
  response.status(asset.statusCode).stream(asset.body)
}
