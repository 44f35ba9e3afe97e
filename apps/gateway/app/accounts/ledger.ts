import type { SignInMethod } from '#accounts/sign_in'

declare module '#ledger/record' {
  interface Actions {
    'user.logged_in': { method: SignInMethod }
  }
}
