// Texts whose contrast with the ground behind them is below WCAG's 7:1 (4.5:1 where large).
() => {
  const parse = (color) => {
    const parts = color.match(/[\d.]+/g).map(Number);
    return { rgb: parts.slice(0, 3), alpha: parts[3] ?? 1 };
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => {
      const part = v / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { rgb, alpha } = parse(getComputedStyle(at).backgroundColor);
      if (alpha === 1) {
        return rgb;
      }
    }
    return [255, 255, 255];
  };
  const faults = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const unseen = box.width < 2 || style.visibility === 'hidden' || element.closest('.unseen, .skip, noscript, option');
    if (!walker.currentNode.textContent.trim() || unseen) {
      continue;
    }
    const color = element.closest('svg') ? style.fill : style.color;
    const [light, dark] = [luminance(parse(color).rgb), luminance(ground(element))].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 4.5 : 7)) {
      faults.add(`${ratio.toFixed(2)} ${element.tagName.toLowerCase()}.${element.className.baseVal ?? element.className}: ${walker.currentNode.textContent.trim().slice(0, 30)}`);
    }
  }
  return [...faults];
}
