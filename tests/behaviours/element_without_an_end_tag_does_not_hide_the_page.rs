//! Some minifiers remove the end tag of the last paragraph in an element. Browsers then ignore the end tag of the element,
//! so that it contains the rest of its page. That rest stays visible, and what editors write into an element does not.

use anyhow::{Context, Result, ensure};

use crate::harness::Browser;

const TAG: &str = "<script src=\"/gp-federations.js\" defer></script>";
const REST: &str = "<h2>Contact</h2><p id=\"rest\">Telephone</p><p>More</p>";
const NOT_CLOSED: &str = "gp-federations: <gp-federation-finder> or a tag in it is not closed.";

/// What `main` contains, and whether the text after the widget is visible.
const PAGES: [(&str, bool); 9] = [
    ("<gp-federation-finder loading=\"eager\"><p><a href=\"/f\">List</a></gp-federation-finder>{TAG}{REST}", true),
    ("<gp-federation-finder loading=\"eager\"/>\n{TAG}\n{REST}", true),
    ("<gp-federation-finder loading=\"eager\"><ul><li>List</gp-federation-finder>{REST}{TAG}<div>{REST}</div>", true),
    ("<div data-gp-federations=\"finder\" data-loading=\"eager\"/>{TAG}{REST}", true),
    (
        "<gp-federation-finder loading=\"eager\"><p>List</gp-federation-finder><b>{TAG}<i id=\"rest\">Text</i></b><p>More</p>",
        true,
    ),
    // Written so.
    ("<gp-federation-finder loading=\"eager\"><h2>List</h2>{REST}</gp-federation-finder>{TAG}", false),
    ("<gp-federation-finder loading=\"eager\">{REST}{TAG}</gp-federation-finder>", false),
    ("<div data-gp-federations=\"finder\" data-loading=\"eager\">{TAG}{REST}</div><p>Text</p>", false),
    (
        "<div data-gp-federations=\"finder\" data-loading=\"eager\">{REST}{TAG}<p><script type=\"text/csv\">name\nA</script></p></div>",
        false,
    ),
];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_console(NOT_CLOSED);
    for (inside, is_visible) in PAGES {
        let html =
            inside.replace("{TAG}", TAG).replacen("{REST}", REST, 1).replace("{REST}", &REST.replace("rest", "last"));
        let page = format!(
            "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Open</title></head>
             <body><main><h1>Open</h1>{html}</main><footer>Footer</footer></body></html>"
        );
        b.open_written("/open.html", &page).await?;
        b.finder()
            .await?
            .wait_for("the finder", "return !!root.querySelector('input') && !root.querySelector('slot')", &[])
            .await
            .with_context(|| html.clone())?;
        let visible = "const all = [...document.querySelectorAll('#last, #rest')]; const last = all[all.length - 1];
            return last.offsetHeight > 0 && document.querySelectorAll('gp-federation-finder').length === 1";
        let seen: bool = b.js(visible, &[]).await?;
        ensure!(seen == is_visible, "{html}: visible {seen}");
    }
    Ok(())
}
