import type { HttpContext } from '@adonisjs/core/http'
import redis from '@adonisjs/redis/services/main'
import { TooManyGuessesException } from '#accounts/exceptions/too_many_guesses_exception'
import { noticeGuessing } from '#accounts/guessing_notice'
import { accountMark, knownDevice } from '#accounts/known_device'
import type User from '#accounts/models/user'
import { guesses } from '#config/limiter'
import { networkOf } from '#core/middleware/limit_middleware'

type Context = Pick<HttpContext, 'request' | 'response'>

interface Counter {
  key: string
  free: number
  forgottenAfter: number
}

/**
 * One step for all processes. `wait`: how long this caller still has to, in ms; while they do, nothing is counted.
 * A wrong guess (`-1`) sets how long the next has to; a right one (`1`) clears the first counter, which is the account's.
 */
const step = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local wait = 0
  for _, key in ipairs(KEYS) do
    wait = math.max(wait, (tonumber(redis.call('HGET', key, 'until')) or 0) - now)
  end
  if wait > 0 or ARGV[1] == '0' then return { wait, 0, 0 } end
  if ARGV[1] == '1' then
    redis.call('DEL', KEYS[1])
    return { 0, 0, 0 }
  end

  local longest, first = 0, 0
  for i, key in ipairs(KEYS) do
    local free, forgotten = tonumber(ARGV[2 * i + 1]), tonumber(ARGV[2 * i + 2])
    local count = tonumber(redis.call('HGET', key, 'count')) or 0
    local since = tonumber(redis.call('HGET', key, 'since')) or now
    local gone = math.min(count, math.floor((now - since) / forgotten))
    count = count - gone + 1
    if count == 1 then since = now else since = since + gone * forgotten end

    local pause = 0
    if count > free then pause = math.min(tonumber(ARGV[2]), 1000 * 2 ^ math.min(count - free - 1, 30)) end
    redis.call('HSET', key, 'count', count, 'since', since, 'until', now + pause)
    redis.call('PEXPIRE', key, count * forgotten + pause)
    longest = math.max(longest, pause)
    if i == 1 then first = count end
  end
  return { 0, longest, first }
`

/**
 * Holds back whoever guesses passwords and codes. It is judged after the guess too, so that of many at once no more is
 * learned than of one after the other, while any number of right ones at once all pass.
 */
export class Guesses {
  private constructor(
    private ctx: Context,
    private email: string,
    private counters: Counter[],
  ) {}

  /**
   * Somebody who says which account is theirs. In a browser in which they have signed in before they are counted alone:
   * what strangers try neither there nor from the same address keeps them out.
   *
   * @param what is guessed, where it is not the password
   */
  static at(ctx: Context, email: string, what = 'password') {
    const account = `${what}:${accountMark(email)}`
    const device = knownDevice(ctx, email)
    if (device) return new Guesses(ctx, email, [counter(`device:${device}:${account}`, guesses.account)])
    return new Guesses(ctx, email, [
      counter(`account:${account}`, guesses.account),
      counter(`address:${networkOf(ctx.request.ip())}`, guesses.address),
    ])
  }

  /** Somebody who is signed in and proves it again. */
  static of(ctx: Context, { id, email }: User, what = 'password') {
    return new Guesses(ctx, email, [counter(`person:${what}:${id}`, guesses.account)])
  }

  /**
   * @param prove gives what was proved, or something false
   * @throws TooManyGuessesException while there is a wait, without telling whether the guess was right
   */
  async judge<Proof>(prove: () => Promise<Proof>): Promise<Proof> {
    await this.#step(0)
    const proof = await prove()
    const { pause, count } = await this.#step(proof ? 1 : -1)
    if (pause > 0) this.ctx.response.header('Retry-After', Math.ceil(pause / 1000))
    if (count >= guesses.worthAMail) await noticeGuessing(this.email, count)
    return proof
  }

  async #step(outcome: -1 | 0 | 1) {
    const keys = this.counters.map(({ key }) => key)
    const rules = this.counters.flatMap(({ free, forgottenAfter }) => [free, forgottenAfter * 1000])
    const [wait = 0, pause = 0, count = 0] = (await redis.eval(
      step,
      keys.length,
      ...keys,
      outcome,
      guesses.longestWait * 1000,
      ...rules,
    )) as number[]
    if (wait > 0) throw new TooManyGuessesException(Math.ceil(wait / 1000))
    return { pause, count }
  }
}

const counter = (name: string, rule: Omit<Counter, 'key'>) => ({ key: `guesses:${name}`, ...rule })
