// The widgets are shorter than the lists that they replace. After a link to a part of the page, that part stays in
// view.
const target = document.getElementById(location.hash.slice(1));
if (target) document.addEventListener('gpf-ready', () => requestAnimationFrame(() => target.scrollIntoView()));

// The title of the page contains the search text, so that it is in the tab and in bookmarks.
const { title } = document;
document.addEventListener('gpf-results', (event) => {
  const { detail } = /** @type {CustomEvent<{ text: string }>} */ (event);
  const sought = detail.text.trim();
  document.title = sought ? `${sought} - ${title}` : title;
});

// The link to the visible part.
/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll('.page-contents a');
if ('IntersectionObserver' in window) {
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target: part, isIntersecting } of entries) {
        for (const link of links) {
          if (part.getAttribute('aria-labelledby') !== link.hash.slice(1)) continue;
          if (isIntersecting) link.setAttribute('aria-current', 'true');
          else link.removeAttribute('aria-current');
        }
      }
      // One line of the window, which is inside only one part.
    },
    { rootMargin: '-25% 0px -75% 0px' },
  );
  for (const part of document.querySelectorAll('section')) watch.observe(part);
}
