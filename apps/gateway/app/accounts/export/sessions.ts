import type { PersonalData } from '#accounts/export/archive'
import { OpenSessions } from '#accounts/open_sessions'

const sessions: PersonalData = async (user) => {
  const open = await new OpenSessions(user).list()
  return open.map(({ id: _, ...session }) => session)
}

export default sessions
