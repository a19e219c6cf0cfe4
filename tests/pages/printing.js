// Two components of the page, each with a shadow root: one has a slot, the other contains the guide.
customElements.define('page-card', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const heading = document.createElement('h2');
    heading.textContent = 'Heading of the card';
    root.append(heading, document.createElement('slot'));
  }
});

customElements.define('page-box', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'closed' });
    const heading = document.createElement('h2');
    heading.textContent = 'Heading of the box';
    window.guideInTheBox = document.createElement('gp-federation-guide');
    window.guideInTheBox.setAttribute('loading', 'eager');
    root.append(heading, window.guideInTheBox);
  }
});
