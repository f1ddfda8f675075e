/**
 * The only place of the server that reads the time. Everything else takes a Clock, so that a story can live a month in a
 * second and an event's instant is the one its command was handled at.
 */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = {
  now: () => new Date(),
}

/**
 * The clock of a story database: set to an instant, it ticks on from there at the speed of the machine.
 * It never goes back by itself; whether a step backwards is allowed is the story runner's business.
 */
export class SteppingClock implements Clock {
  #set: number
  #since: number

  constructor(instant: Date) {
    this.#set = instant.getTime()
    this.#since = performance.now()
  }

  now(): Date {
    return new Date(this.#set + Math.floor(performance.now() - this.#since))
  }

  stepTo(instant: Date): void {
    this.#set = instant.getTime()
    this.#since = performance.now()
  }
}

/** The clock of a demo that is played into the past: a thousandth later at every look, so that order and time agree. */
export class DemoClock implements Clock {
  #at: number

  constructor(at: number) {
    this.#at = at
  }

  now(): Date {
    this.#at += 1
    return new Date(this.#at)
  }

  /** Goes on to an instant; one that lies behind changes nothing. */
  reach(at: number): void {
    this.#at = Math.max(this.#at, at)
  }
}
