//! Editors and frameworks move elements, and the search of the user is kept.

use anyhow::Result;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("plain-element.html").await?;
    let finder = b.finder().await?;
    finder.search("warrington").await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    finder.open_first().await?;
    finder
        .js::<Value>(
            "const aside = document.createElement('aside');
             document.querySelector('main').append(aside);
             aside.append(host);",
            &[],
        )
        .await?;
    let kept = "return root.querySelector('#gpf-search').value === 'warrington'
        && root.querySelector('.gpf-federation').open;";
    finder.wait_for("text and open row to be kept", kept, &[]).await?;
    Expected::text("warrington").is_shown_by(&finder).await?;
    finder.type_text(" health").await?;
    Expected::text("warrington health").is_shown_by(&finder).await
}
