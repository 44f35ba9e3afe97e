import type { ReceivedInvitation } from '~/api/contract'
import { ApiError } from '@gantry/api-contract'

const key = 'gantry-invitation'

/**
 * The invitation whose link was opened, read once the page is alive. Its secret is kept for this tab, so that whoever signs
 * in first comes back to it, and appears in no address that a server sees.
 */
export function useInvitation() {
  const api = useApi()
  const secret = useLinkSecret()
  const token = ref('')
  const invitation = ref<ReceivedInvitation>()
  const problem = ref('')

  async function read() {
    token.value = secret.value ?? sessionStorage.getItem(key) ?? ''
    if (!token.value) problem.value = t('shared.link.incomplete')
    else await api('invitations.show', { body: { token: token.value } }).then(show, refuse)
  }
  function show({ data }: { data: ReceivedInvitation }) {
    sessionStorage.setItem(key, token.value)
    invitation.value = data
  }
  function refuse(error: Error) {
    problem.value = errorSentence(error)
    if (error instanceof ApiError && error.code.startsWith('E_LINK_')) forget()
  }
  const forget = () => sessionStorage.removeItem(key)

  watch(secret, read)
  return { token, invitation, problem, forget }
}
