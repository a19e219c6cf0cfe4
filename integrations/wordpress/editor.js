// The block in the editor: a field for each option of the selected element, and a preview of the widget.
(function ({ blockEditor, blocks, components, element, i18n, serverSideRender }, elements) {
  const { createElement: el, Fragment } = element;
  const { __ } = i18n;
  const NAME = 'gp-federations/widget';

  /** The field of one option. Empty fields are not stored, so they keep the default even after an update. */
  function field({ name, label, hint, fallback, kind, values, labels }, value, set) {
    const common = { key: name, label, help: hint };
    if (kind === 'switch') {
      const checked = value !== undefined && value !== 'false';
      return el(components.ToggleControl, { ...common, checked, onChange: (on) => set(on ? 'true' : undefined) });
    }
    if (kind === 'choice') {
      const choices = values.map((it, at) => ({ label: labels[at], value: it }));
      const options = [{ label: __('Default', 'gp-federations'), value: '' }, ...choices];
      const onChange = (chosen) => set(chosen || undefined);
      return el(components.SelectControl, { ...common, value: value || '', options, onChange });
    }
    const type = kind === 'number' ? 'number' : 'text';
    return el(components.TextControl, { ...common, type, placeholder: fallback, value: value || '', onChange: set });
  }

  function edit({ attributes, setAttributes }) {
    const known = Object.keys(elements);
    const view = known.includes(attributes.view) ? attributes.view : known[0];
    const { options } = elements[view];
    /** Removes options that the new element does not have. */
    const show = (chosen) => {
      const kept = elements[chosen].options.map(({ name }) => name);
      const gone = options.filter(({ name }) => !kept.includes(name));
      setAttributes({ ...Object.fromEntries(gone.map(({ name }) => [name, undefined])), view: chosen });
    };
    const fields = options.map((option) =>
      field(option, attributes[option.name], (value) => setAttributes({ [option.name]: value })),
    );
    const views = Object.keys(elements).map((it) => ({ label: elements[it].label, value: it }));
    const choice = el(components.SelectControl, {
      label: __('What to show', 'gp-federations'),
      help: elements[view].hint,
      value: view,
      options: views,
      onChange: show,
    });
    return el(
      Fragment,
      null,
      el(
        blockEditor.InspectorControls,
        null,
        el(components.PanelBody, { title: __('Settings', 'gp-federations') }, choice, fields),
      ),
      el(
        'div',
        blockEditor.useBlockProps(),
        el(components.Disabled, null, el(serverSideRender, { block: NAME, attributes })),
      ),
    );
  }

  // The post stores only the options. PHP renders the rest whenever the page is shown.
  blocks.registerBlockType(NAME, { edit, save: () => null });
})(window.wp, window.gpFederationsElements);
