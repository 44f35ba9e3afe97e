/** What is edited, and as of when: whoever saved or published since is not to be overwritten unseen. */
export interface Edited {
  id: string
  basedOn: string
}

/**
 * A form for an entry: what is written, whether that is saved, and how it is. A new entry has an address of its own once
 * it is saved. What it is based on changes with one's own saves alone, not with what is read again beside the form.
 */
export function useEditing<Draft extends object, Saved extends { id: string; updatedAt: string }>(
  kind: 'posts' | 'pages',
  entry: Saved | undefined,
  draft: Ref<Draft>,
  send: (draft: Draft, edited: Edited | undefined) => Promise<Saved>,
) {
  const text = () => JSON.stringify(draft.value)
  const saved = ref(text())
  const changed = computed(() => text() !== saved.value)
  useUnsavedWarning(changed)
  const { say } = useNotices()
  const edited = ref(entry && editedOf(entry))

  /** @returns what it is now, or nothing where it was refused; the reason is with the mutation */
  async function save() {
    if (edited.value && !changed.value) return edited.value
    const sent = text()
    try {
      edited.value = editedOf(await send(draft.value, edited.value))
      saved.value = sent
      return edited.value
    } catch {
      return undefined
    }
  }

  async function saveDraft() {
    const now = await save()
    if (!now) return
    say(t('editing.bar.saved'))
    if (!entry) await navigateTo(addressOf(now))
  }

  const addressOf = ({ id }: Edited) => `/admin/content/${kind}/${id}`
  const leave = () => {
    saved.value = text()
    return navigateTo('/admin/content')
  }
  /** After a publication a new entry goes on at its own address. */
  const open = () => edited.value && navigateTo(addressOf(edited.value))
  return { changed, save, saveDraft, leave, open }
}

const editedOf = ({ id, updatedAt }: { id: string; updatedAt: string }): Edited => ({
  id,
  basedOn: updatedAt,
})
