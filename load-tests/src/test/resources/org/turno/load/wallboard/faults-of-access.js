// What would keep somebody from using the page without seeing it, or without a mouse.
() => {
  const faults = [];
  const named = (element) =>
    (element.getAttribute('aria-label') ||
      [...(element.labels ?? [])].map((label) => label.textContent).join(' ') ||
      (document.getElementById(element.getAttribute('aria-labelledby')) ?? element).textContent ||
      '').trim();
  const shownId = (element) => `${element.tagName.toLowerCase()}.${element.className.baseVal ?? element.className}`;
  for (const element of document.querySelectorAll('button, select, input, a[href], section, nav, table')) {
    if (element.tagName !== 'TABLE' && !named(element)) {
      faults.push(`no name: ${shownId(element)}`);
    }
  }
  for (const image of document.querySelectorAll('svg, img')) {
    const hidden = image.closest('[aria-hidden=true]') || image.getAttribute('alt') === '';
    if (!hidden && !image.getAttribute('aria-label') && !image.getAttribute('alt')) {
      faults.push(`image without words: ${shownId(image)}`);
    }
  }
  for (const [selector, wanted] of [['main', 1], ['h1', 1], ['header', 1], ['nav', 1], ['footer', 1], ['[aria-live=polite]', 1]]) {
    const found = document.querySelectorAll(selector).length;
    if (found !== wanted) {
      faults.push(`${found} of ${selector}, not ${wanted}`);
    }
  }
  for (const row of document.querySelectorAll('.queues tbody tr')) {
    const head = row.querySelector('th[scope=row][role=rowheader]');
    const cells = row.querySelectorAll('td[role=cell]').length;
    const heads = document.querySelectorAll('.queues thead th[scope=col][role=columnheader]').length;
    if (!head || cells + 1 !== heads) {
      faults.push(`row of ${row.dataset.queue}: ${cells} cells under ${heads} heads`);
    }
  }
  for (const tile of document.querySelectorAll('.agent')) {
    if (!tile.querySelector('.word').textContent.trim() || !tile.querySelector('svg').innerHTML.trim()) {
      faults.push(`state of ${tile.dataset.agent} by colour alone`);
    }
  }
  const levels = [...document.querySelectorAll('h1, h2, h3')].map((h) => Number(h.tagName[1]));
  if (levels[0] !== 1 || levels.some((level, i) => i > 0 && level > levels[i - 1] + 1)) {
    faults.push(`headings out of order: ${levels}`);
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  if (new Set(ids).size !== ids.length) {
    faults.push('an id is used twice');
  }
  if (!document.documentElement.lang || !document.title) {
    faults.push('no language or no title');
  }
  return faults;
}
