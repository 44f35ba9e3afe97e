import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { Entries } from '#content/editorial/entries'
import { about } from '#content/editorial/kinds'
import { keepPrivate } from '#content/preview/private'
import { previewLink } from '#content/preview/link'
import { previewLinkValidator } from '#content/validators/preview'
import { record } from '#ledger/record'
import env from '#start/env'

declare module '#ledger/record' {
  export interface Actions {
    'content.preview_shared': { kind: 'posts' | 'pages'; title: string; expiresAt: string }
  }
}

/** A link for a colleague without an account. */
export default class PreviewLinksController {
  async store(ctx: HttpContext) {
    keepPrivate(ctx)
    const { params, hours } = await ctx.request.validateUsing(previewLinkValidator)
    const person = ctx.auth.getUserOrFail()
    const { id, row } = await new Entries(params.kind, person).find(params.id)
    const { secret, expiresAt } = previewLink({ kind: params.kind, id, by: person.id }, hours)
    await db.transaction((trx) =>
      record(trx, {
        action: 'content.preview_shared',
        subject: [about[params.kind].noun, id],
        actorId: person.id,
        metadata: { kind: params.kind, title: row.title, expiresAt: expiresAt.toISO() },
      }),
    )
    const url = `${env.get('APP_URL')}/preview/shared?link=${encodeURIComponent(secret)}`
    return ctx.response.created(await ctx.serialize({ url, expiresAt: expiresAt.toISO() }))
  }
}
