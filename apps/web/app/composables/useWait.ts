/** Counts down the seconds until something may be tried again. */
export function useWait() {
  const seconds = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined
  const stop = () => clearInterval(timer)
  onUnmounted(stop)

  function wait(length = 0) {
    const end = Date.now() + length * 1000
    const count = () => {
      seconds.value = Math.max(0, Math.ceil((end - Date.now()) / 1000))
      if (seconds.value === 0) stop()
    }
    stop()
    timer = setInterval(count, 250)
    count()
  }
  return { seconds, wait }
}
