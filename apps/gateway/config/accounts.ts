/** What can wait until a person has confirmed their e-mail address. */
type Act = 'invite' | 'subscribe' | 'create_key'

/** What a person may not do before that: `middleware.verified('invite')` asks this list. */
export const unverifiedMayNot: readonly Act[] = ['invite', 'subscribe', 'create_key']

export type { Act as GuardedAct }
