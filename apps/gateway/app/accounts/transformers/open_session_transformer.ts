import { BaseTransformer } from '@adonisjs/core/transformers'
import type { OpenSession } from '#accounts/open_sessions'

export default class OpenSessionTransformer extends BaseTransformer<OpenSession> {
  constructor(
    session: OpenSession,
    private current: string,
  ) {
    super(session)
  }

  toObject() {
    const { id, isAdministrators, browser, system, kind, ip, signedInAt, lastUsedAt } = this.resource
    return {
      id,
      isAdministrators,
      browser,
      system,
      kind,
      ip,
      signedInAt,
      lastUsedAt,
      current: id === this.current,
    }
  }
}
