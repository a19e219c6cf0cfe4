// A web part whose settings are the widget's options. The widget itself is in the package, because SharePoint's own
// policy allows only scripts of packages.
import {
  type IPropertyPaneConfiguration,
  type IPropertyPaneField,
  PropertyPaneDropdown,
  PropertyPaneTextField,
  PropertyPaneToggle,
} from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';

import { ELEMENTS, type IElement, type IOption } from './elements';
import './gp-federations.js';

/** The selected view, and the options of each element by its view, because each element has its own. */
export interface IGpFederationsWebPartProps {
  show: string;
  [view: string]: string | { [option: string]: string | boolean };
}

export default class GpFederationsWebPart extends BaseClientSideWebPart<IGpFederationsWebPartProps> {
  public render(): void {
    const { view, tag, options } = this._element;
    const chosen = this.properties[view] || {};
    const shown = this.domElement.firstElementChild;
    // The same element takes new options while it is shown.
    const widget = shown && shown.localName === tag ? shown : document.createElement(tag);
    for (const option of options) {
      const value = typeof chosen === 'object' ? attribute(option, chosen[option.name]) : undefined;
      if (value === undefined) widget.removeAttribute(option.name);
      else if (value !== widget.getAttribute(option.name)) widget.setAttribute(option.name, value);
    }
    if (widget !== shown) this.domElement.replaceChildren(widget);
  }

  protected onPropertyPaneFieldChanged(path: string): void {
    // Another element has other options.
    if (path === 'show') this.context.propertyPane.refresh();
    this.render();
  }

  protected getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const { view, label, options } = this._element;
    return {
      pages: [
        {
          header: { description: 'Choose what this web part shows. You can leave all settings as they are.' },
          groups: [
            {
              groupName: 'What to show',
              groupFields: [
                PropertyPaneDropdown('show', {
                  label: 'What to show',
                  options: ELEMENTS.map((element) => ({ key: element.view, text: element.label })),
                }),
              ],
            },
            { groupName: label, groupFields: options.map((option) => field(view, option)) },
          ],
        },
      ],
    };
  }

  private get _element(): IElement {
    return ELEMENTS.find(({ view }) => view === this.properties.show) || ELEMENTS[0];
  }
}

/** The attribute for a setting. None if it is the widget's own default. */
function attribute({ kind, fallback }: IOption, value: string | boolean | undefined): string | undefined {
  if (kind === 'switch') return value === true ? 'true' : undefined;
  if (value === undefined || value === fallback) return undefined;
  return String(value);
}

function field(view: string, { name, label, kind, fallback, hint, values }: IOption): IPropertyPaneField<unknown> {
  const path = `${view}.${name}`;
  switch (kind) {
    case 'choice': {
      const none = fallback ? [] : [{ key: '', text: 'Any' }];
      return PropertyPaneDropdown(path, { label, options: [...none, ...values], selectedKey: fallback || '' });
    }
    case 'switch':
      return PropertyPaneToggle(path, { label, onText: 'Yes', offText: 'No' });
    default:
      return PropertyPaneTextField(path, { label, description: hint, placeholder: fallback });
  }
}
