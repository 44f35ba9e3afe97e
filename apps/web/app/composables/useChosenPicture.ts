const kinds = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

/** A picture on its way: shown before it has arrived, and not sent at all where it would be refused anyway. */
export function useChosenPicture(mostBytes: number) {
  const chosen = ref('')
  const unsuitable = ref('')

  async function choose(picture: File) {
    unsuitable.value = problemWith(picture, mostBytes)
    chosen.value = unsuitable.value ? '' : await addressOf(picture)
    return !unsuitable.value
  }
  const forget = () => (chosen.value = '')

  return { chosen, unsuitable, choose, forget }
}

function problemWith({ size, type }: File, mostBytes: number) {
  if (!kinds.includes(type)) return t('shared.picture.unreadable')
  if (size <= mostBytes) return ''
  return t('shared.picture.tooLarge', { most: mostBytes / 1024 ** 2 })
}

/** As a data URL: the policy of our pages shows no others that a script made. */
function addressOf(picture: File) {
  return new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onloadend = () => resolve(typeof reader.result === 'string' ? reader.result : '')
    reader.readAsDataURL(picture)
  })
}
