//! Texts that attackers might enter, and checks that none of them runs.

use anyhow::{Result, ensure};

use super::browser::Browser;

/// Each would set `window.hacked` if it were interpreted as HTML, a script, a style, a URL or a template.
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

/// Checks the page and all shadow roots: nothing ran, and nothing is there that could run: no script, frame or object,
/// no event handler in an attribute, no link except to a website, an email address or a part of the page.
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

/// Checks that none of [`TEXTS`] has run or could run.
///
/// # Errors
/// Returns an error if one has run, or could run.
pub(crate) async fn nothing_ran(b: &Browser, where_: &str) -> Result<()> {
    let found: Vec<String> = b.js(TRACES, &[]).await?;
    ensure!(found.is_empty(), "{where_}: {found:#?}");
    Ok(())
}

/// Allows the console messages about problems in these texts.
pub(crate) fn allow_complaints(b: &mut Browser) {
    b.allow_console("is not recognised. Use ");
    // No server has this host name.
    b.allow_console("gp-federations (data-un");
    b.allow_console("Failed to load resource");
    b.allow_console("Fetch API cannot load");
    b.allow_console("on another website");
    b.allow_console(". The comparison has not changed.");
}
