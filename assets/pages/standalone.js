// The widgets are shorter than the lists whose place they take. Whoever came by a link to a part of the page stays
// there.
const target = document.getElementById(location.hash.slice(1));
if (target) document.addEventListener('gpf-ready', () => requestAnimationFrame(() => target.scrollIntoView()));

// A tab that is kept says what was searched for.
const { title } = document;
document.addEventListener('gpf-results', ({ detail }) => {
  const sought = detail.text.trim();
  document.title = sought ? `${sought} - ${title}` : title;
});

// The link to the part that is in sight.
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
      // One line of the window, so that only one part can be in it.
    },
    { rootMargin: '-25% 0px -75% 0px' },
  );
  for (const part of document.querySelectorAll('section')) watch.observe(part);
}
