import env from '#start/env'

/** The address of a page of the site, for a mail. */
export const pageUrl = (path: string) => `${env.get('APP_URL')}${path}`

/** The secret stands behind a `#`, where no server, log or referrer sees it. */
export const secretUrl = (path: string, token: string) => `${pageUrl(path)}#${token}`
