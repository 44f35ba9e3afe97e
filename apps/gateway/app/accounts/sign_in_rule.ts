import type User from '#accounts/models/user'
import type { SignInMethod } from '#accounts/sign_in'
import { Refusal } from '#core/exceptions/refusal'
import { signInRules } from '#config/sign_in'

/** Throws where somebody who has proved who they are may still not come in that way. */
export type SignInRule = (user: User, method: SignInMethod) => Promise<void>

/** Asks every rule, before a session or a token begins. */
export async function admit(user: User, method: SignInMethod) {
  for (const load of signInRules) {
    const { default: rule } = await load()
    await rule(user, method)
  }
}

/** What a rule would say to somebody who came in that way, or null where none refuses. */
export const refusalOf = (user: User, method: SignInMethod) =>
  admit(user, method).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal && error.status === 403) return error.sentence
      throw error
    },
  )
