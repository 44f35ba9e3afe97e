import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Location } from '#content/views/sitemap'

/** A public address and when it last changed, where that is known, for the site map. */
export default class LocationTransformer extends BaseTransformer<Location> {
  toObject() {
    const { path, updatedAt } = this.resource
    return { path, updatedAt }
  }
}
