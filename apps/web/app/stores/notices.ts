export interface Notice {
  id: number
  title: string
  description?: string
}

const shownFor = 6000

/** What has just succeeded, told to everybody: shown for a moment and read out by screen readers. */
export const useNotices = defineStore('notices', () => {
  const notices = ref<Notice[]>([])
  let count = 0

  const dismiss = (id: number) => {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }
  const say = (title: string, description?: string) => {
    const id = ++count
    notices.value.push({ id, title, description })
    setTimeout(() => dismiss(id), shownFor)
  }
  return { notices, say, dismiss }
})
