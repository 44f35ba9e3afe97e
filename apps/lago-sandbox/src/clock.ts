import { runScheduledPayment } from './domain/payments.ts'
import { JOBS, type Job } from './jobs.ts'
import type { Sandbox } from './sandbox.ts'

const HOUR = 3_600_000
const MINUTE = 60_000
const MONTH = 31 * 24 * HOUR

const PAYMENTS_DUE = "exists (select 1 from payments where status = 'scheduled' and due_at <= moment.instant)"

/** Moves the sandbox's time, which runs at the speed of real time, and runs the jobs of the hours it crosses. */
export class Clock {
  readonly #sandbox: Sandbox
  #queue: Promise<unknown> = Promise.resolve()

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  async now() {
    const { rows } = await this.#sandbox.pool.query<{ clock_offset_ms: number }>(
      'select clock_offset_ms from sandbox_state',
    )
    return new Date(Date.now() + rows[0]!.clock_offset_ms)
  }

  /** Sets the time without running any job. */
  set(time: Date) {
    return this.#inTurn(async () => {
      await this.#show(time)
      await this.#sandbox.pool.query('update sandbox_state set jobs_ran_until = $1', [time])
    })
  }

  /** Lets time pass until `time`, with every job on the way. Does not go back. */
  advance(time: Date) {
    return this.#inTurn(async () => {
      await this.#runUntil(time)
      if (time > (await this.now())) await this.#show(time)
      await this.#pay()
    })
  }

  /** Runs what became due by the mere passing of time. */
  tick() {
    return this.#inTurn(async () => {
      await this.#runUntil(await this.now())
      await this.#pay()
    })
  }

  /** Runs the jobs of the current hour again; they find nothing that was done before. */
  runCurrentHour() {
    return this.#inTurn(async () => {
      for (const { run } of JOBS) await this.#sandbox.transaction(run)
      await this.#pay()
    })
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work)
    this.#queue = result.catch(() => undefined)
    return result
  }

  #show(time: Date) {
    return this.#sandbox.pool.query('update sandbox_state set clock_offset_ms = $1', [
      time.getTime() - Date.now(),
    ])
  }

  async #runUntil(until: Date) {
    const { pool } = this.#sandbox
    const { rows } = await pool.query<{ jobs_ran_until: Date | null }>(
      'select jobs_ran_until from sandbox_state',
    )
    const from = rows[0]!.jobs_ran_until
    if (from && from < until) {
      const first = Math.floor(from.getTime() / HOUR) * HOUR
      let hour = await this.#nextHourWithWork(first, until)
      while (hour !== undefined) {
        const start = hour
        const jobs = JOBS.map((job) => ({ ...job, at: new Date(start + job.minute * MINUTE) }))
        await this.#run(jobs.filter(({ at }) => at > from && at <= until))
        hour = await this.#nextHourWithWork(hour + HOUR, until)
      }
    }
    if (!from || until > from) await pool.query('update sandbox_state set jobs_ran_until = $1', [until])
  }

  /**
   * The next hour in which a job would find anything, looked for in one question a month: most hours pass without work.
   * Asked for the hour's last job; what became due after an earlier job of that hour waits for the next one.
   */
  async #nextHourWithWork(from: number, until: Date): Promise<number | undefined> {
    const condition = [...JOBS.map(({ due }) => due), PAYMENTS_DUE].join(' or ')
    for (let start = from; start <= until.getTime(); start += MONTH) {
      // The series comes in order, and without sorting the search ends at the first hour found.
      const { rows } = await this.#sandbox.pool.query<{ hour: Date }>(
        `select hour from (
           select hour, least(hour + $3 * interval '1 minute', $2::timestamptz) as instant,
             (select timezone from organizations) as zone
           from generate_series($1::timestamptz, least($2::timestamptz, $4::timestamptz), interval '1 hour') hours(hour)
         ) moment where ${condition} limit 1`,
        [new Date(start), until, JOBS.at(-1)!.minute, new Date(start + MONTH - HOUR)],
      )
      if (rows[0]) return rows[0].hour.getTime()
    }
    return undefined
  }

  async #run(jobs: { run: Job['run']; at: Date }[]) {
    for (const { run, at } of jobs) {
      if (at > (await this.now())) await this.#show(at)
      await this.#sandbox.transaction(run, at)
      await this.#pay()
    }
  }

  /** Attempts the payments that are due. */
  async #pay() {
    const { rows } = await this.#sandbox.pool.query<{ id: string }>(
      "select id from payments where status = 'scheduled' and due_at <= $1 order by due_at, id",
      [await this.now()],
    )
    for (const { id } of rows) {
      await this.#sandbox.transaction((transaction) => runScheduledPayment(transaction, id))
    }
  }
}
