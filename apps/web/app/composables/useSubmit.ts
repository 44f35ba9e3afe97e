import { ApiError } from '~/api/client'

/** One submission at a time, with what the API said about it: a sentence for the form, messages for its fields. */
export function useSubmit(send: () => Promise<void>) {
  const pending = ref(false)
  const message = ref('')
  const errors = ref<Record<string, string>>({})

  async function submit() {
    if (pending.value) return
    pending.value = true
    message.value = ''
    errors.value = {}
    try {
      await send()
    } catch (error) {
      const refused = error instanceof ApiError
      message.value = refused ? error.message : 'The service could not be reached. Please try again.'
      if (refused) errors.value = error.details
    } finally {
      pending.value = false
    }
  }
  return { submit, pending, message, errors }
}
