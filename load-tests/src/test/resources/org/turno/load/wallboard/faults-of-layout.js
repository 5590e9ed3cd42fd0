// What sticks out of the screen or is cut off where it must not be.
() => {
  const faults = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    faults.push(`the page is ${document.documentElement.scrollWidth} wide on a screen of ${width}`);
  }
  for (const element of document.querySelectorAll('.tile .value, .tile dt, .queues .value, .queue-name, .agent .in-state, .agent .word, .staff li')) {
    const box = element.getBoundingClientRect();
    const panel = element.closest('.tile, .queues, .agent, .staff').getBoundingClientRect();
    const hidden = box.width === 0;
    if (!hidden && (box.right > panel.right + 1 || box.left < panel.left - 1 || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')) {
      faults.push(`${element.className}: ${element.textContent.trim().slice(0, 30)}`);
    }
  }
  return faults;
}
