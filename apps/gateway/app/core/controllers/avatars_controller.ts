import type { HttpContext } from '@adonisjs/core/http'
import { NotFoundException } from '#core/exceptions/not_found_exception'
import { avatarFolder } from '#core/uploads/avatar_urls'
import { storage } from '#core/uploads/storage'

export default class AvatarsController {
  async show({ params, response }: HttpContext) {
    const picture = await storage.read(`${avatarFolder}/${params.key}`)
    if (!picture) throw new NotFoundException()

    response.header('Cache-Control', 'public, max-age=31536000, immutable')
    response.header('Content-Security-Policy', "default-src 'none'; sandbox")
    response.header('X-Content-Type-Options', 'nosniff')
    response.type('image/webp').send(Buffer.from(picture))
  }
}
