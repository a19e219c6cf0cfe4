// Where a page can be, what works there, and how somebody puts it in. `ways` are those of snippets.js, the best first.

export const HOSTS = {
  wordpress: {
    label: 'WordPress',
    guide: 'wordpress',
    ways: ['shortcode', 'iframe', 'placeholder'],
    steps: [
      'Ask your site’s administrator to install the plugin `gp-federations-wordpress.zip` once.',
      'Edit your page and add a “Shortcode” block. Or add the block “GP federations”: it asks for the same settings.',
      'Paste this into the block and update the page.',
    ],
    wrong: 'If people see the line itself, in brackets, the plugin is not active.',
  },
  sharepoint: {
    label: 'SharePoint',
    guide: 'sharepoint-editors',
    ways: ['iframe', 'address'],
    steps: [
      'Edit your page, choose the plus sign and add the “Embed” web part.',
      'Paste this into “Website address or embed code”.',
      'Publish the page.',
    ],
    wrong: 'If SharePoint says that embedding from this website isn’t allowed, your administrator has to add the website to “HTML Field Security”. A script tag does nothing on a SharePoint page.',
  },
  static: {
    label: 'A static page, or HTML that I can edit',
    guide: 'static',
    ways: ['script', 'placeholder', 'element', 'iframe'],
    steps: [
      'Open the page’s HTML.',
      'Paste this where the widget should stand, between `<body>` and `</body>`.',
      'Save the page and open it in a browser.',
    ],
    wrong: 'If nothing appears, the address of the script is wrong. If a plain list appears, look at “Will my page allow it?”.',
  },
  drupal: {
    label: 'Drupal',
    guide: 'drupal',
    ways: ['placeholder', 'iframe', 'script'],
    steps: [
      'Ask your site builder for a text format without a text editor and without “Limit allowed HTML tags” that you may use.',
      'Add a block or a text field with this format.',
      'Paste this and save.',
    ],
    wrong: 'If only a link appears, the text format took the script out.',
  },
  umbraco: {
    label: 'Umbraco',
    guide: 'umbraco',
    ways: ['element', 'iframe', 'placeholder'],
    steps: [
      'The rich text editor removes the tag. Ask your developer for a block “GP federations”.',
      'The developer puts this into the block’s view.',
      'Add the block to your page and publish it.',
    ],
    wrong: 'If nothing appears, the text was pasted into the rich text editor, which took it out.',
  },
  moodle: {
    label: 'Moodle',
    guide: 'moodle',
    ways: ['address', 'iframe'],
    steps: [
      'Turn editing on and add the activity or resource “URL”.',
      'Paste this into “External URL”.',
      'Under “Appearance” choose “Embed”, and save.',
    ],
    wrong: 'If a grey or an empty box appears, the server of the frame page does not allow Moodle to show it in a frame.',
  },
  other: {
    label: 'Something else, or I don’t know',
    guide: 'index',
    ways: ['script', 'iframe', 'placeholder', 'element', 'shortcode', 'address'],
    steps: [
      'Look in your page editor for “HTML”, “Source”, “Embed” or “Custom code”.',
      'Paste this there, save the page and look at it.',
    ],
    wrong: 'If nothing appears, or the line itself does, your editor takes no script. Try the frame, under “Other ways” below.',
  },
};
