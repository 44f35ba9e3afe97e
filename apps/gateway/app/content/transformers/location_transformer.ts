import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Page } from '#content/cms/schema'

type Location = Pick<Page, 'path' | 'date_created' | 'date_updated'>

/** A public address and when it last changed, for the site map. */
export default class LocationTransformer extends BaseTransformer<Location> {
  toObject() {
    const { path, date_created: createdAt, date_updated: updatedAt } = this.resource
    return { path, updatedAt: updatedAt ?? createdAt }
  }
}
