/**
 * A form for an entry: what is written, whether that is saved, and how it is. A new entry has an address of its own once
 * it is saved.
 */
export function useEditing<Draft extends object, Saved extends { id: string }>(
  kind: 'posts' | 'pages',
  entry: () => Saved | undefined,
  draft: Ref<Draft>,
  send: (draft: Draft) => Promise<Saved>,
) {
  const text = () => JSON.stringify(draft.value)
  const saved = ref(text())
  const changed = computed(() => text() !== saved.value)
  useUnsavedWarning(changed)
  const { say } = useNotices()

  /** @returns the id, or nothing where it was refused; the reason is with the mutation */
  async function save() {
    const id = entry()?.id
    if (id && !changed.value) return id
    const sent = text()
    try {
      const { id: savedId } = await send(draft.value)
      saved.value = sent
      return savedId
    } catch {
      return undefined
    }
  }

  async function saveDraft() {
    const isNew = !entry()
    const id = await save()
    if (!id) return
    say('Draft saved')
    if (isNew) await navigateTo(`/admin/content/${kind}/${id}`)
  }

  const leave = () => {
    saved.value = text()
    return navigateTo('/admin/content')
  }
  /** After a publication a new entry goes on at its own address. */
  const open = (id: string) => navigateTo(`/admin/content/${kind}/${id}`)
  return { changed, save, saveDraft, leave, open }
}
