import db from '@adonisjs/lucid/services/db'
import User from '#accounts/models/user'
import { record } from '#ledger/record'
import { type OptionalMail, optionalMails } from '#config/mail_kinds'

export interface Preferences {
  theme: User['theme']
  timeZone: string
  language: User['language']
  mails: Partial<Record<OptionalMail, boolean>>
}

/** What is not said, or said as it is already, changes nothing; the rest is recorded. */
export const choose = ({ id }: User, wanted: Partial<Preferences>) =>
  db.transaction(async (trx) => {
    const user = await User.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
    const { mails, ...chosen } = wanted
    user.merge(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)))
    const muted = optionalMails.filter((kind) => !(mails?.[kind] ?? user.wants(kind)))
    if (muted.join() !== user.mutedMails.join()) user.mutedMails = muted
    const changed = Object.keys(user.$dirty)
    if (changed.length === 0) return user

    await user.save()
    await record(trx, { action: 'user.preferences_changed', subject: ['user', id], metadata: { changed } })
    return user
  })
