import { ready } from 'gp-federations';

const status = document.querySelector('[role=status]');
document.querySelector('gp-federation-finder').addEventListener('gpf-results', (event) => {
  status.textContent = `${event.detail.matching} federations match.`;
});

// Only if you need the JavaScript API: the import alone shows the finder.
const api = await ready();
console.info(`${api.search({ region: 'London' }).federations.length} federations in London`);
