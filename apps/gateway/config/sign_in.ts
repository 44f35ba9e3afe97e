import type { SignInRule } from '#accounts/sign_in_rule'

/** What may refuse a sign-in although the person has proved who they are, asked in this order. */
export const signInRules: (() => Promise<{ default: SignInRule }>)[] = [
  () => import('#single_sign_on/requirement'),
]
