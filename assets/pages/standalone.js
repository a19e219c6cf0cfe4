// The widgets are shorter than the lists whose place they take. Whoever came by a link to a part of the page stays there.
const target = document.getElementById(location.hash.slice(1));
if (target) document.addEventListener('gpf-ready', () => requestAnimationFrame(() => target.scrollIntoView()));
