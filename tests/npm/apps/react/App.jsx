import { useState } from 'react';
import 'gp-federations';

export function App() {
  const [matching, setMatching] = useState(null);
  return (
    <main>
      <h1>Federations in London</h1>
      <gp-federation-finder region="London" page-size="5" ongpf-results={(event) => setMatching(event.detail.matching)}>
        <a href="https://www.example.nhs.uk/federations">List of GP federations</a>
      </gp-federation-finder>
      <p role="status">{matching === null ? '' : `${matching} federations match.`}</p>
    </main>
  );
}
