/**
 * Asks the person at the keyboard to prove again who they are, once for everything that waits for it. The layout's dialog
 * answers; where there is none, nobody can.
 */
export const useConfirmation = defineStore('confirmation', () => {
  const asked = ref(false)
  const answerable = ref(false)
  const waiting: ((confirmed: boolean) => void)[] = []

  function ask() {
    if (!answerable.value) return Promise.resolve(false)
    asked.value = true
    return new Promise<boolean>((resolve) => waiting.push(resolve))
  }

  function answer(confirmed: boolean) {
    asked.value = false
    for (const resolve of waiting.splice(0)) resolve(confirmed)
  }
  return { asked, answerable, ask, answer }
})
