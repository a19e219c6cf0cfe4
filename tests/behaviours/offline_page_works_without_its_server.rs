//! A page with the documented line works without its server, and only the named files are cached.

use anyhow::{Result, ensure};
use gpf_domain::comparison::SubjectKind;

use crate::harness::Browser;
use crate::harness::catalogue::compares;
use crate::harness::nginx::Nginx;
use crate::harness::offline::{RECORDER_IS_AWAY, VERSION, is_kept, kept, reload, upload_page};
use crate::harness::oracle::{Expected, works};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_console(RECORDER_IS_AWAY);
    b.allow_console("favicon.ico");
    let mut server = Nginx::start(&[])?;
    upload_page(&server, VERSION)?;
    b.go_to(&server.at("offline", "gpf/page.html")).await?;
    Expected::everything().is_shown_by(&b.finder().await?).await?;
    is_kept(b).await?;
    let files =
        ["embed.html", &*format!("embed.js?v={VERSION}"), &*format!("gp-federations.js?v={VERSION}"), "page.html"];
    let (caches, listed) = kept(b).await?;
    ensure!(caches == 1 && listed == files, "{caches} caches hold {listed:?}");

    server.stop();
    reload(b).await?;
    let finder = b.finder().await?;
    works(&finder).await?;
    let other: bool = b.js_async("return fetch('legal-forms.json').then(() => true, () => false)", &[]).await?;
    ensure!(!other, "a file that nobody named was kept");
    b.allow_console("legal-forms.json");

    // Options and links to a view are in the query. The file is the same.
    b.go_to(&server.at("offline", "gpf/embed.html?view=comparison&forms=charity,gp-partnership")).await?;
    compares(&b.comparison().await?, SubjectKind::Form, &["charity", "gp-partnership"]).await?;
    b.go_to(&server.at("offline", "gpf/embed.html?view=guide&section=reasons")).await?;
    let guide = b.guide().await?;
    ensure!(guide.count(".gpf-section[open]:not([hidden])").await? == 1, "the guide is not there");
    Ok(())
}
