import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Redirect } from '#content/cms/schema'

/** What stands at a path instead of a page. */
export default class RedirectTransformer extends BaseTransformer<Redirect> {
  toObject() {
    const { from, to, permanent } = this.resource
    return { path: from, redirect: { to, status: permanent ? (301 as const) : (302 as const) } }
  }
}
