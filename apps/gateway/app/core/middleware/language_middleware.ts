import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { languages } from '#config/i18n'
import { asked, speak } from '#core/language'

/** Answers in the language that the browser asks for; `auth_middleware` goes on in the one that the person has chosen. */
export default class LanguageMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    return speak(asked(ctx.request.header('accept-language')) ?? languages[0], next, ctx)
  }
}
