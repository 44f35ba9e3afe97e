import Bowser from 'bowser'
import { t } from '#core/language'

/** What a browser says it is and runs on, in words; each null where it does not say. */
export function deviceOf(userAgent: string | null) {
  if (!userAgent) return { browser: null, system: null, kind: null }
  const { browser, os, platform } = Bowser.parse(userAgent)
  const version = browser.version?.split('.')[0]
  return {
    browser: browser.name ? [browser.name, version].filter(Boolean).join(' ') : null,
    system: os.name ?? null,
    kind: platform.type ?? null,
  }
}

/** Both in one, as far as they are known. */
export const deviceName = ({ browser, system }: Record<'browser' | 'system', string | null>) =>
  browser && system ? t('words.device', { browser, system }) : (browser ?? system)
