// Several widgets on one page: the cost of each one after the first.
import { Visit } from './visit.mjs';

export const MORE = 49;

/**
 * Adds the given number to the page at the same time and waits for the frame that shows them all. Returns milliseconds
 * per widget.
 */
const ADD = `(async () => {
  const begin = performance.now();
  const more = Array.from({ length: ${MORE} }, () => document.createElement('gp-federation-finder'));
  // Those below the window would wait until they are near.
  for (const widget of more) widget.setAttribute('loading', 'eager');
  const ready = more.map((it) => new Promise((resolve) => it.addEventListener('gpf-ready', resolve, { once: true })));
  document.body.append(...more);
  await Promise.all(ready);
  const end = await new Promise((resolve) => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => resolve(performance.now());
    requestAnimationFrame(() => painted.port2.postMessage(null));
  });
  // Rows can be in a closed region. The count appears together with the list.
  const empty = more.filter((it) => !/\\d/.test(it.shadowRoot.querySelector('.gpf-count')?.textContent));
  if (empty.length) throw new Error(empty.length + ' of ${MORE} widgets show no list');
  return (end - begin) / ${MORE};
})()`;

/** The start of the first one, from the navigation until its rows are shown, and the time for each additional one. */
export async function measureMany(browser, origin, candidate, plan) {
  const visit = await Visit.open(browser, origin, candidate, { start: plan.start });
  try {
    const { shown: first } = await visit.started();
    return { first, each: await visit.ask(ADD) };
  } finally {
    await visit.close();
  }
}
