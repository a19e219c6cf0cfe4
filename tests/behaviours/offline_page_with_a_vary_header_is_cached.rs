//! Responses with `Vary: *`, and pages that are a folder's index, are cached like others.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::harness::Browser;
use crate::harness::engine::Engine;
use crate::harness::nginx::Nginx;
use crate::harness::offline::{RECORDER_IS_AWAY, VERSION, is_kept, kept, upload_page};
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.allow_console(RECORDER_IS_AWAY);
    b.allow_console("favicon.ico");
    for (name, header) in [("star", "Vary: *"), ("cookie", "Vary: Cookie, Accept-Language")] {
        // Here all files of the folder have `Vary: *`. Firefox accepts no service worker whose own script has it.
        if name == "star" && b.engine == Engine::Firefox {
            continue;
        }
        let mut server = Nginx::start(&[header])?;
        upload_page(&server, VERSION)?;
        let folder = server.site().join("gpf");
        let page = fs::read_to_string(folder.join("page.html"))?.replace("keep=page.html", "keep=./");
        fs::write(folder.join("index.html"), page)?;
        b.go_to(&server.at(name, "gpf/")).await?;
        b.finder().await?;
        is_kept(b).await?;
        let (caches, files) = kept(b).await?;
        ensure!(caches == 1 && files.len() == 4, "{header}: {caches} caches hold {files:?}");
        server.stop();
        for path in ["gpf/", "gpf/index.html", "gpf/?from=mail"] {
            b.go_to(&server.at(name, path)).await?;
            Expected::everything()
                .is_shown_by(&b.finder().await?)
                .await
                .with_context(|| format!("{header}, {path}"))?;
        }
    }
    Ok(())
}
