import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { TooManyGuessesException } from '#accounts/exceptions/too_many_guesses_exception'
import { keyGuesses } from '#config/limiter'
import { InvalidApiKeyException } from '#core/exceptions/api_key_exceptions'
import { networkOf } from '#core/middleware/limit_middleware'

const counter = () => limiter.use('redis', keyGuesses)

/** Holds back whoever tries keys: after so many wrong ones from an address, the next are not even looked at for a while. */
export class KeyGuesses {
  private name: string

  constructor({ request }: Pick<HttpContext, 'request'>) {
    this.name = `key_guesses:${networkOf(request.ip())}`
  }

  /**
   * @param find gives the key that was shown, or null for one that nobody has
   * @throws TooManyGuessesException, InvalidApiKeyException
   */
  async judge<Key>(find: () => Promise<Key | null>): Promise<Key> {
    if ((await counter().remaining(this.name)) <= 0)
      throw new TooManyGuessesException(await counter().availableIn(this.name))
    const found = await find()
    if (found) return found
    await counter().increment(this.name)
    throw new InvalidApiKeyException()
  }
}
