//! "Show more" adds a page and moves the focus to its first federation, until all are shown.

use anyhow::{Result, ensure};
use gpf_domain::search::{Query, Sort};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::Browser;
use crate::harness::oracle::{Expected, PAGE};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    finder.choose("#gpf-sort", Sort::Name.id()).await?;
    let all = Expected::of(Query { sort: Sort::Name, ..Query::default() }).ids();
    let mut shown = PAGE;
    while shown < all.len() {
        finder.eventually_shows(&all[..shown]).await?;
        // By keyboard, because keyboard users need the focus.
        finder.js::<Value>("root.querySelector('.gpf-more').focus()", &[]).await?;
        b.press(Key::Enter).await?;
        finder
            .wait_for(
                &format!("the focus on {}", all[shown]),
                "const at = root.activeElement;
                 return !!at && at.localName === 'summary' && at.parentNode.dataset.id === args[0];",
                &[all[shown].as_str().into()],
            )
            .await?;
        shown = (shown + PAGE).min(all.len());
    }
    finder.eventually_shows(&all).await?;
    ensure!(!finder.find(".gpf-more").await?.is_displayed().await?, "\"Show more\" is there, but no more to show");
    Ok(())
}
