/** What can wait until a person has confirmed their e-mail address. */
type Act = 'invite' | 'subscribe'

/** What a person may not do before that: `middleware.verified('invite')` asks this list. */
export const unverifiedMayNot: readonly Act[] = ['invite', 'subscribe']

export type { Act as GuardedAct }
