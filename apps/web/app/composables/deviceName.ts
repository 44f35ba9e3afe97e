import type { OpenSession } from '~/api/contract'

/** A browser as people name it, from what it says about itself. */
export const deviceName = ({ browser, system }: Pick<OpenSession, 'browser' | 'system'>) =>
  browser && system
    ? t('shared.device.name', { browser, system })
    : (browser ?? system ?? t('shared.device.unknown'))
