/** Numbers and times as people of a language write them. */
export class Format {
  #number;
  #percent;
  #time;
  #dayTime;
  #date;

  constructor(lang) {
    const locale = lang === 'es' ? 'es-ES' : 'en-GB';
    this.#number = new Intl.NumberFormat(locale, { useGrouping: 'min2' });
    this.#percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    this.#dayTime = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    this.#time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
    this.#date = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
  }

  number(value) {
    return this.#number.format(value);
  }

  /** A ratio; a dash where nothing was counted yet. */
  percent(ratio) {
    return ratio === null || ratio === undefined ? '–' : this.#percent.format(ratio);
  }

  /** Minutes and seconds; hours where there are any. */
  duration(ms) {
    if (ms === null || ms === undefined) {
      return '–';
    }
    const seconds = Math.max(0, Math.floor(ms / 1000));
    const two = (n) => String(n).padStart(2, '0');
    const minutes = Math.floor(seconds / 60) % 60;
    const hours = Math.floor(seconds / 3600);
    return hours > 0
      ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
      : `${minutes}:${two(seconds % 60)}`;
  }

  dayTime(epochMs) {
    return this.#dayTime.format(epochMs);
  }

  time(epochMs) {
    return this.#time.format(epochMs);
  }

  date(epochMs) {
    return this.#date.format(epochMs);
  }
}
