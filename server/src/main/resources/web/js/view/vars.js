import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/**
 * Sets custom properties on an element: `<p ${vars({ '--part': '0.5' })}>`. Unlike a style
 * attribute it needs no permission of the page's security policy.
 */
class Vars extends Directive {
  render() {
    return noChange;
  }

  update(part, [values]) {
    for (const [name, value] of Object.entries(values)) {
      part.element.style.setProperty(name, value);
    }
    return noChange;
  }
}

export const vars = directive(Vars);
