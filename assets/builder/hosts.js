// Where a page can be, what works there, and how somebody puts it in. `ways` are those of snippets.js, the best first.
// `isSecure` hosts are on https:// themselves and show nothing that isn't.

export const HOSTS = {
  wordpress: {
    label: 'WordPress',
    guide: 'wordpress',
    ways: ['shortcode', 'iframe', 'placeholder'],
    steps: [
      'Ask your site administrator to install the plugin `gp-federations-wordpress.zip`. You only need it once.',
      'Edit your page and add a "Shortcode" block. You can use the "GP federations" block instead: it has the same settings.',
      'Paste the code into the block and update the page.',
    ],
    wrong: 'If you see the shortcode as text in square brackets, the plugin is not active.',
  },
  sharepoint: {
    label: 'SharePoint',
    guide: 'sharepoint-editors',
    isSecure: true,
    ways: ['iframe', 'address'],
    steps: [
      'Edit your page, select the plus sign and add the "Embed" web part.',
      'Paste this into "Website address or embed code".',
      'Publish the page.',
    ],
    wrong:
      'If SharePoint does not allow embedding from this website, ask your administrator to add the website to "HTML Field Security". Script tags do not work on SharePoint pages.',
  },
  static: {
    label: 'HTML that you can edit',
    guide: 'static',
    ways: ['script', 'placeholder', 'element', 'iframe'],
    steps: [
      "Open the page's HTML.",
      'Paste the code where you want the widget to appear, between `<body>` and `</body>`.',
      'Save the page and open it in a browser.',
    ],
    wrong:
      'If nothing appears, check the address of the widget files. If a plain list appears, use "Check what your page allows".',
  },
  drupal: {
    label: 'Drupal',
    guide: 'drupal',
    ways: ['placeholder', 'iframe', 'script'],
    steps: [
      'Ask your site builder to give you a text format that has no text editor and does not use "Limit allowed HTML tags".',
      'Add a block or a text field with this format.',
      'Paste this and save.',
    ],
    wrong: 'If only a link appears, the text format has removed the script.',
  },
  umbraco: {
    label: 'Umbraco',
    guide: 'umbraco',
    ways: ['element', 'iframe', 'placeholder'],
    steps: [
      'Ask your developer to make a "GP federations" block. Do not paste the code into the rich text editor: it removes the code.',
      "The developer puts this into the block's view.",
      'Add the block to your page and publish it.',
    ],
    wrong: 'If nothing appears, the code was pasted into the rich text editor, which removed it.',
  },
  moodle: {
    label: 'Moodle',
    guide: 'moodle',
    isSecure: true,
    ways: ['address', 'iframe'],
    steps: [
      'Turn editing on and add the activity or resource "URL".',
      'Paste this into "External URL".',
      'Under "Appearance", select "Embed" and save.',
    ],
    wrong:
      'If a grey or empty box appears, the server that hosts the frame page does not allow Moodle to show it. Ask your web team to allow it.',
  },
  other: {
    label: 'Something else, or not sure',
    guide: 'index',
    ways: ['script', 'iframe', 'placeholder', 'element', 'shortcode', 'address'],
    steps: [
      'Look in your system for "HTML", "Source", "Embed" or "Custom code".',
      'Paste the code there, save the page and check it.',
    ],
    wrong:
      'If nothing appears, or you see the code as text, your system does not allow scripts. Try the frame (iframe) under "Other ways to add it".',
  },
};
