//! The option `feedback` adds a link to report a problem, with the federation's id and name. An invalid value is
//! rejected with one console line.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::Browser;

const LINK: &str = ".gpf-feedback a";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.expect_console("feedback=\"javascript:alert(1)\"");
    b.allow_console("feedback=\"javascript:alert(1)\"");
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let list = "id,name\na-b,\"Bury & \"\"Tottington\"\" + GP?\"\n";
    finder.js::<Value>("host.data = args[0]", &[list.into()]).await?;
    finder.eventually_shows(&["a-b".to_owned()]).await?;
    finder.open_first().await?;
    ensure!(finder.count(LINK).await? == 0, "problems can be reported to nobody");

    let href = "const link = root.querySelector(args[0]); return !!link && link.href.startsWith(args[1])";
    for (address, begins) in [
        ("mailto:a@example.nhs.uk", "mailto:a@example.nhs.uk?subject="),
        ("https://example.nhs.uk/form?x=1#top", "https://example.nhs.uk/form?x=1&id=a-b&name="),
    ] {
        finder.js::<Value>("host.setAttribute('feedback', args[0])", &[address.into()]).await?;
        finder.wait_for("the link", href, &[LINK.into(), begins.into()]).await?;
        ensure!(finder.text(LINK).await? == "Report a problem with this entry");
    }
    // The values that a form or a mail program receives.
    let read = "const { searchParams, hash } = new URL(root.querySelector(args[0]).href);
        return [searchParams.get('id'), searchParams.get('name'), hash]";
    let parts: [String; 3] = finder.js(read, &[LINK.into()]).await?;
    ensure!(parts == ["a-b", "Bury & \"Tottington\" + GP?", "#top"], "the form gets {parts:?}");
    finder.js::<Value>("host.feedback = 'mailto:a@example.nhs.uk'", &[]).await?;
    finder.wait_for("the link", href, &[LINK.into(), "mailto:".into()]).await?;
    let read = "const query = root.querySelector(args[0]).href.split('?')[1].split('&');
        return query.map((it) => decodeURIComponent(it.split('=')[1]))";
    let parts: [String; 2] = finder.js(read, &[LINK.into()]).await?;
    ensure!(parts.iter().all(|part| part.contains("Bury & \"Tottington\" + GP?")), "the e-mail has {parts:?}");
    ensure!(parts[1].contains("Id: a-b\r\n"), "the text of the e-mail is {}", parts[1]);

    finder.js::<Value>("host.feedback = 'javascript:alert(1)'", &[]).await?;
    finder.wait_for("no link", "return !root.querySelector(args[0])", &[LINK.into()]).await?;
    Ok(())
}
