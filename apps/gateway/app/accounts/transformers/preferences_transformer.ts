import { BaseTransformer } from '@adonisjs/core/transformers'
import type User from '#accounts/models/user'
import type { OptionalMail } from '#config/mail_kinds'

export default class PreferencesTransformer extends BaseTransformer<User> {
  toObject() {
    const { theme, timeZone, language } = this.resource
    const mails = { data_ready: this.resource.wants('data_ready') } satisfies Record<OptionalMail, boolean>
    return { theme, timeZone, language, mails }
  }
}
