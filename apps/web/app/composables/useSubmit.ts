import { ApiError } from '@gantry/api-contract'

export const field = (form: FormData, name: string) => String(form.get(name) ?? '')

/**
 * One submission at a time, with what the API said about it: a sentence for the form, messages for its fields. The
 * fields keep their own values, so that what was typed before the page came alive is not lost.
 */
export function useSubmit(send: (form: FormData) => Promise<void>) {
  const ready = ref(false)
  const pending = ref(false)
  const message = ref('')
  const code = ref('')
  const errors = ref<Record<string, string>>({})
  onMounted(() => (ready.value = true))

  async function submit(event: Event) {
    if (pending.value) return
    pending.value = true
    message.value = ''
    code.value = ''
    errors.value = {}
    try {
      await send(new FormData(event.target as HTMLFormElement))
    } catch (error) {
      const refused = error instanceof ApiError
      message.value = refused ? errorSentence(error) : 'The service could not be reached. Please try again.'
      if (!refused) return
      errors.value = error.details
      code.value = error.code
    } finally {
      pending.value = false
    }
  }
  return { submit, ready, pending, message, code, errors }
}
