//! Without the listener, the content scrolls inside the frame, only downwards, and all of it can be reached.

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::frame::Framed;
use crate::harness::oracle::Expected;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for view in ["finder", "comparison", "guide"] {
        // axe treats the frame as a page, which needs a level 1 heading.
        let frame = format!("embed.html?view={view}&heading-level=1");
        let _server =
            Framed { frame: &frame, attributes: "width=\"320\" height=\"400\"", ..Framed::default() }.open(b).await?;
        b.enter_frame("iframe").await?;
        match view {
            "finder" => Expected::everything().is_shown_by(&b.finder().await?).await?,
            "comparison" => drop(b.comparison().await?),
            _ => drop(b.guide().await?),
        }
        let (height, width): (u32, u32) = b.js("return [innerHeight, innerWidth]", &[]).await?;
        ensure!((height, width) == (400, 320), "the frame became {width} x {height}");
        let last = "scrollTo(0, 1e6);
            const page = document.scrollingElement;
            const { bottom } = document.querySelector('main').getBoundingClientRect();
            return scrollY > 0 && Math.abs(bottom - innerHeight) < 1 && page.scrollWidth <= page.clientWidth";
        b.wait_for("the end of the content", last, &[]).await?;
        b.check_accessibility(&format!("{view} in a small frame")).await?;
    }
    Ok(())
}
