import type { Eraser } from '#accounts/erasure/eraser'
import { OpenSessions } from '#accounts/open_sessions'

/** They ended when the erasure began; now what they remember of devices and addresses goes too. */
const sessions: Eraser = (user) => new OpenSessions(user).forget()

export default sessions
