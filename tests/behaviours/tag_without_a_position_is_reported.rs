//! If the position of the finder is unknown, there is none, and one console line gives the code to paste.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::all_elements::script;
use crate::harness::place::{TAG, is_in_its_place, nothing_is_shown, page, quoted, serve_jquery};

const PASTE: &str = "<div data-gp-federations=\"finder\"></div>";
const NOWHERE: &str = "gp-federations: there is no place for a widget";
const HIDDEN: &str = "gp-federations: the script tag is in a tag manager's hidden box";
const NOT_USED: &str = "gp-federations: the script tag's options are not used";
const AT_THE_END: &str = "gp-federations: the script tag is not in the page's body";

/// As tag managers do.
const MANAGER: &str = "const box = document.createElement('div'); box.style.display = 'none'; box.style.visibility = 'hidden';
    document.body.append(box); const it = document.createElement('script'); it.src = '/gp-federations.js'; box.append(it);";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let [.., jquery, _] = serve_jquery(b)?;
    let bundle = format!("window.other = 1;\n{}\nwindow.another = 2;", script()?);
    b.serve("/bundle.js", bundle.clone(), &[]);
    b.serve("/module.js", "import('/gp-federations.js').then(() => { window.isThere = true; });", &[]);
    b.serve("/later.js", script()?.replace("\"0.", "\"1."), &[]);

    for (way, head, end, line) in [
        ("a bundle", "<script src=\"/bundle.js\" defer></script>", "", NOWHERE),
        ("a bundle that is a module", "<script src=\"/bundle.js\" type=\"module\"></script>", "", NOWHERE),
        ("an import", "<script src=\"/module.js\" type=\"module\"></script>", "", NOWHERE),
        (
            "getScript",
            &*format!("<script src=\"{jquery}\"></script>"),
            "<script>$.getScript('/gp-federations.js')</script>",
            NOWHERE,
        ),
        ("a tag manager", "", &*format!("<script>{MANAGER}</script>"), HIDDEN),
    ] {
        b.expect_console(line);
        b.open_written("/place.html", &page(head, "", end)?).await?;
        says(b, line, PASTE).await.context(way)?;
        nothing_is_shown(b).await.context(way)?;
    }

    // No message, because the page specifies its elements.
    let element = "<gp-federation-finder region=\"London\"></gp-federation-finder>";
    let placeholder = "<div data-gp-federations=\"finder\" data-region=\"London\"></div>";
    for (way, head, place, end) in [
        ("a bundle and an element", "<script src=\"/bundle.js\" defer></script>", element, ""),
        ("a bundle and a placeholder", "<script src=\"/bundle.js\" defer></script>", placeholder, ""),
        ("a tag manager and a placeholder", "", placeholder, &*format!("<script>{MANAGER}</script>")),
        (
            "a bundle whose tag says that it is ours",
            "",
            "<script src=\"/bundle.js\" data-region=\"London\"></script>",
            "",
        ),
        (
            "a bundle and the tag as text",
            "<script src=\"/bundle.js\" defer></script>",
            "",
            &*format!("<script>addEventListener('load', () => {{ place.innerHTML = {}; }})</script>", quoted(TAG)),
        ),
    ] {
        b.open_written("/place.html", &page(head, place, end)?).await?;
        is_in_its_place(b).await.context(way)?;
    }
    for kind in ["defer", "type=\"module\"", "async"] {
        let head = format!("<script src=\"/bundle.js\" {kind} data-view=\"none\"></script>");
        b.open_written("/place.html", &page(&head, "", "")?).await?;
        b.wait_for("the bundle to have run", "return window.another === 2 || window.gpFederations", &[]).await?;
        // Longer than the delay before the message.
        b.js_async::<Value>("await new Promise((go) => setTimeout(go, 1300))", &[]).await?;
        nothing_is_shown(b).await?;
    }

    // The page's own place wins, and ignored options of the tag are reported.
    b.expect_console(NOT_USED);
    let tag = "<script src=\"/gp-federations.js\" defer data-region=\"Midlands\"></script>";
    b.open_written("/place.html", &page("", placeholder, tag)?).await?;
    is_in_its_place(b).await?;

    // Two versions: the first one works.
    b.expect_console("gp-federations: version 1.");
    let tags = format!("{TAG}<script src=\"/later.js\" defer data-view=\"none\"></script>");
    b.open_written("/place.html", &page("", &tags, "")?).await?;
    is_in_its_place(b).await?;

    // A tag in the head of a page without a main part.
    b.expect_console(AT_THE_END);
    let bare = page(TAG, "", "")?.replace("main>", "div>");
    b.open_written("/place.html", &bare).await?;
    let finder = b.finder().await?;
    ensure!(
        finder.js::<bool>("return host === document.body.lastElementChild && host.region === 'London'", &[]).await?
    );
    Ok(())
}

/// One console line begins like this, and contains the code to paste.
async fn says(b: &Browser, line: &str, paste: &str) -> Result<()> {
    let body =
        "return window.__recorded.filter((it) => it.includes(arguments[0]) && it.includes(arguments[1])).length === 1";
    b.wait_for(&format!("the line \"{line}\""), body, &[line.into(), paste.into()]).await
}
