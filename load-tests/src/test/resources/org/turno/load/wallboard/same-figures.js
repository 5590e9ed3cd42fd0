// Reads the figures on the screen and those of the API at one and the same journal entry.
async () => {
  const text = (root, selector) => root.querySelector(selector).textContent.trim();
  const shown = () => {
    const main = document.querySelector('main.figures');
    const tile = (name) => text(main, `.tile[data-figure=${name}] .value`);
    const queues = {};
    for (const row of main.querySelectorAll('tr[data-queue]')) {
      const cell = (name) => text(row, `[data-figure=${name}] .value`);
      queues[row.dataset.queue] = [
        cell('waiting'), cell('talking'), cell('answered'), cell('abandoned'), cell('level'), cell('free'),
      ].join(' ').replace(/\s+/g, ' ');
    }
    return {
      seq: Number(main.dataset.seq),
      totals: [tile('waiting'), tile('answered'), tile('abandoned'), tile('level'), tile('available')].join(' '),
      queues,
    };
  };
  const percent = (ratio) =>
    ratio === null ? '–' : new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 }).format(ratio);
  const number = (value) => new Intl.NumberFormat('en-GB', { useGrouping: 'min2' }).format(value);
  const told = (answer) => {
    const t = answer.totals;
    const queues = {};
    for (const q of answer.queues) {
      const signedIn = Object.entries(q.agents).reduce((n, [s, k]) => n + (s === 'signed_out' ? 0 : k), 0);
      queues[q.id] = [
        number(q.waiting), number(q.talking), number(q.answered), number(q.abandoned),
        percent(q.serviceLevelOffered), `${q.agents.available} / ${signedIn}`,
      ].join(' ');
    }
    const totals = [
      number(t.waiting), number(t.answered), number(t.abandoned), percent(t.serviceLevelOffered),
      number(t.agents.available),
    ].join(' ');
    return { seq: answer.seq, totals, queues };
  };
  for (let i = 0; i < 400; i++) {
    const before = shown();
    const answer = told(await (await fetch('api/v1/queues')).json());
    for (const screen of [before, shown()]) {
      if (screen.seq === answer.seq && screen.seq > 0) {
        return { screen: JSON.stringify(screen), api: JSON.stringify(answer) };
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { screen: 'never at the same entry', api: '' };
}
