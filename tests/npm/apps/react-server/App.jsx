import { useEffect, useRef, useState } from 'react';
import 'gp-federations';

export function App() {
  const finder = useRef(null);
  const [matching, setMatching] = useState(null);
  useEffect(() => {
    const element = finder.current;
    const show = (event) => setMatching(event.detail.matching);
    element.addEventListener('gpf-results', show);
    return () => element.removeEventListener('gpf-results', show);
  }, []);
  return (
    <main>
      <h1>Federations in London</h1>
      <gp-federation-finder ref={finder} region="London" page-size="5">
        <a href="https://www.example.nhs.uk/federations">List of GP federations</a>
      </gp-federation-finder>
      <p role="status">{matching === null ? '' : `${matching} federations match.`}</p>
    </main>
  );
}
