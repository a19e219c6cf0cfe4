//! What attackers write where a text is expected, and how to see that none of it ran.

use anyhow::{Result, ensure};

use super::browser::Browser;

/// Each would set `window.hacked` if it were taken for HTML, a script, a style, an address or a template.
pub(crate) const TEXTS: [&str; 16] = [
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 2</script>",
    "\"><img src=x onerror=\"window.hacked = 3\">",
    "'><svg onload='window.hacked = 4'>",
    "</style><svg/onload=window.hacked=5>",
    "javascript:window.hacked=6//",
    "java\tscript:window.hacked=7",
    "data:text/html,<script>parent.hacked=8</script>",
    "<iframe srcdoc=\"<script>parent.hacked=9</script>\"></iframe>",
    "<details open ontoggle=window.hacked=10>",
    "${window.hacked=11}{{constructor.constructor('window.hacked=11')()}}",
    "\u{2028}window.hacked=12//",
    "&lt;img src=x onerror=window.hacked=13&gt;",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=window.hacked=14&gt;\">",
    "\0<a href=\"javascript:window.hacked=15\" autofocus onfocus=window.hacked=15>x</a>",
    "__proto__, constructor, <b id=hacked>, %3Cscript%3Ewindow.hacked=16%3C/script%3E",
];

/// In the page and in every shadow root: nothing ran, and nothing is there that could: no script, frame or object, no
/// handler in an attribute, no link but to a website, a mailbox or a part of the page.
const TRACES: &str = "
    const found = [];
    if (window.hacked !== undefined) found.push(`window.hacked = ${window.hacked}`);
    if ({}.polluted !== undefined) found.push('Object.prototype is changed');
    const SAFE = /^(https?:|mailto:|blob:|#|[\\w./-]*([?#]|$))/;
    const look = (root) => {
        for (const it of root.querySelectorAll('*')) {
            if (it.shadowRoot) look(it.shadowRoot);
            const isOurs = root !== document;
            if (isOurs && /^(script|iframe|object|embed|base|link|meta|style|img|math|foreignobject)$/i.test(it.localName)) {
                found.push(it.outerHTML.slice(0, 200));
            }
            for (const { name, value } of it.attributes) {
                const isBad = /^on[a-z]+$/i.test(name) || (/^(href|src|action|formaction|xlink:href|data)$/.test(name) && !SAFE.test(value));
                if (isBad && (isOurs || /^on[a-z]+$/i.test(name))) found.push(`${name}=\"${value.slice(0, 100)}\"`);
            }
        }
    };
    look(document);
    return found;";

/// Nothing of [`TEXTS`] has run or could.
///
/// # Errors
/// When something has, or could.
pub(crate) async fn nothing_ran(b: &Browser, where_: &str) -> Result<()> {
    let found: Vec<String> = b.js(TRACES, &[]).await?;
    ensure!(found.is_empty(), "{where_}: {found:#?}");
    Ok(())
}

/// Lets the console tell what is wrong with the texts, as it should.
pub(crate) fn allow_complaints(b: &mut Browser) {
    b.allow_console("is not recognised. Use ");
    // Nobody's list stands at such an address.
    b.allow_console("gp-federations (data-un");
    b.allow_console("Failed to load resource");
    b.allow_console("Fetch API cannot load");
    b.allow_console("on another website");
    b.allow_console(". The comparison has not changed.");
}
