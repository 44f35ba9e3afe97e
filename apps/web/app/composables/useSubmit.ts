import { ApiError } from '@gantry/api-contract'

/** Wrong, and the next try waits; or not even looked at. */
const waits = new Set([401, 429])

export const field = (form: FormData, name: string) => String(form.get(name) ?? '')

/**
 * One submission at a time, with what the API said about it: a sentence for the form, messages for its fields, and how
 * many `seconds` the next try has to wait. The fields keep their own values, so that what was typed before the page came
 * alive is not lost.
 */
export function useSubmit(send: (form: FormData) => Promise<void>) {
  const ready = ref(false)
  const pending = ref(false)
  const message = ref('')
  const code = ref('')
  const errors = ref<Record<string, string>>({})
  const { seconds, wait } = useWait()
  onMounted(() => (ready.value = true))
  watch(seconds, (left) => {
    if (left === 0 && code.value === 'E_TOO_MANY_GUESSES') message.value = ''
  })

  async function submit(event: Event) {
    if (pending.value) return
    const form = event.target as HTMLFormElement
    pending.value = true
    message.value = ''
    code.value = ''
    errors.value = {}
    try {
      await send(new FormData(form))
    } catch (error) {
      errors.value = fieldErrors(error)
      await nextTick()
      message.value = answerRefusal(form, error as Error)
      if (!(error instanceof ApiError)) return
      code.value = error.code
      if (waits.has(error.status)) wait(error.retryAfter)
    } finally {
      pending.value = false
    }
  }
  return { submit, ready, pending, message, code, errors, seconds }
}
