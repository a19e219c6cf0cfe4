//! The 5 tasks of the design review, measured again in windows of the same sizes: clicks, screens to scroll, and the
//! position of the first result. The numbers are printed next to those of the review, and the new ones have limits.
//!
//! One scroll moves the window by nine tenths of its height, until the next control is in view.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::Region;
use serde_json::Value;

use crate::harness::catalogue::{catalogue, open_requirements};
use crate::harness::engine::Engine;
use crate::harness::oracle::Expected;
use crate::harness::paper::print;
use crate::harness::{Browser, Finder};

/// The steps of a task.
#[derive(Default)]
struct Steps {
    clicks: u32,
    scrolls: u32,
    /// The position of the first result, in pixels from the top of the page.
    first_result: Option<f64>,
}

/// Scrolls until the element that matches `css` is in view and not covered, by 0.9 of the height that is not covered.
const REACH: &str = "const target = root.querySelector(args[0]);
    if (!target) return -1;
    const foot = root.querySelector('.gpf-outcome')?.getBoundingClientRect();
    const bottom = () => foot && getComputedStyle(root.querySelector('.gpf-outcome')).position === 'sticky'
        && !target.closest('.gpf-outcome') ? innerHeight - foot.height : innerHeight;
    let scrolls = 0;
    for (; scrolls < 40; scrolls++) {
        const { top, bottom: end } = target.getBoundingClientRect();
        if (top >= 0 && Math.min(end, top + 60) <= bottom()) break;
        scrollBy({ top: (top < 0 ? -0.9 : 0.9) * bottom(), behavior: 'instant' });
    }
    return scrolls";

impl Steps {
    async fn reach(&mut self, element: &Finder, css: &str) -> Result<()> {
        let scrolls: i64 = element.js(REACH, &[css.into()]).await?;
        self.scrolls += u32::try_from(scrolls).with_context(|| format!("there is no {css}"))?;
        Ok(())
    }

    async fn click(&mut self, element: &Finder, css: &str) -> Result<()> {
        self.reach(element, css).await?;
        self.clicks += 1;
        element.js::<Value>("root.querySelector(args[0]).click(); return null", &[css.into()]).await.map(drop)
    }

    /// The position of the first result, and the number of scrolls to it.
    async fn look_at_results(&mut self, finder: &Finder) -> Result<()> {
        const FIRST: &str = ".gpf-results .gpf-federation";
        self.first_result = Some(
            finder
                .js(
                    "return Math.round(root.querySelector(args[0]).getBoundingClientRect().top + scrollY)",
                    &[FIRST.into()],
                )
                .await?,
        );
        self.reach(finder, &[FIRST, " .gpf-name"].concat()).await
    }

    /// Prints both, and checks the new ones against a limit.
    fn are_at_most(&self, task: &str, review: &str, most: [u32; 2]) -> Result<()> {
        let first = self.first_result.map(|it| format!(", first result at {it}")).unwrap_or_default();
        println!("{task}: {} clicks, {} scrolls{first} (review: {review})", self.clicks, self.scrolls);
        ensure!(
            self.clicks <= most[0] && self.scrolls <= most[1],
            "{task} takes {} clicks and {} scrolls, not at most {most:?}",
            self.clicks,
            self.scrolls
        );
        Ok(())
    }
}

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    find_and_copy(b).await?;
    find_places(b).await?;
    rule_out(b).await?;
    read_the_guide(b).await?;
    copy_the_code(b).await?;
    print_results(b).await
}

/// Opens a page of `tests/pages` in a window of this size.
async fn open(b: &mut Browser, page: &str, width: u32, height: u32) -> Result<()> {
    let html = format!(
        "<!doctype html><html lang=en-GB><head><meta charset=utf-8><title>A window</title></head><body>
         <iframe src='{page}' title='A window' width={width} height={height} style='border:0'></iframe></body></html>"
    );
    let address = b.serve("/pages/window.html", html, &[]);
    b.go_to(&address).await?;
    b.enter_frame("iframe").await?;
    b.wait_for("the window", "return innerWidth === arguments[0]", &[width.into()]).await
}

/// Task 1: find the federation of WA7 2ES on a phone, open it, and copy its link.
async fn find_and_copy(b: &mut Browser) -> Result<()> {
    open(b, "plain-element.html", 375, 667).await?;
    let finder = b.finder().await?;
    let mut steps = Steps { clicks: 1, ..Steps::default() };
    finder.enter("WA7 2ES").await?;
    let expected = Expected::text("WA7 2ES");
    expected.is_shown_by(&finder).await?;
    steps.look_at_results(&finder).await?;
    let first = expected.federations().next().context("nothing is found")?.id().to_owned();
    steps.click(&finder, ".gpf-results .gpf-federation > summary").await?;
    finder.wait_for("its details", "return !!root.querySelector('.gpf-federation[open] .gpf-facts')", &[]).await?;
    b.keep_copies().await?;
    steps.click(&finder, ".gpf-federation[open] [data-action=copy-federation-link]").await?;
    let link = b.copied().await?;
    steps.are_at_most("WA7 2ES on a phone", "3 clicks, 4 scrolls, first result at 766, 2 dead ends", [3, 1])?;

    // The link works: it opens the federation.
    b.go_to(&link).await?;
    let finder = b.finder().await?;
    let is_open = "return root.querySelector('.gpf-federation[open]')?.dataset.id === args[0]";
    finder.wait_for("the federation", is_open, &[first.into()]).await
}

/// Task 1, on a desktop computer: towns, and a region.
async fn find_places(b: &mut Browser) -> Result<()> {
    for (text, width, height, review) in
        [("Leeds", 768, 1024, "1 click, 0 scrolls"), ("Southwark", 1280, 800, "0 clicks, 0 scrolls, 1 dead end")]
    {
        open(b, "plain-element.html", width, height).await?;
        let finder = b.finder().await?;
        let mut steps = Steps { clicks: 1, ..Steps::default() };
        finder.enter(text).await?;
        let expected = Expected::text(text);
        ensure!(expected.len() > 0, "{text} is a dead end");
        expected.is_shown_by(&finder).await?;
        steps.look_at_results(&finder).await?;
        steps.are_at_most(text, review, [1, 0])?;
    }
    open(b, "plain-element.html", 1280, 800).await?;
    let finder = b.finder().await?;
    let mut steps = Steps::default();
    steps.click(&finder, &format!("[data-region='{}'] > summary", Region::London.id())).await?;
    finder.wait_for("its federations", "return !!root.querySelector('.gpf-federation')", &[]).await?;
    steps.look_at_results(&finder).await?;
    steps.are_at_most("A region", "1 click, 0 scrolls", [1, 0])
}

/// Task 2: shares or a community interest company, 4 requirements, and the reason, on a phone.
async fn rule_out(b: &mut Browser) -> Result<()> {
    open(b, "comparison.html", 375, 667).await?;
    let comparison = b.comparison().await?;
    let mut steps = Steps::default();
    // All of the first 3 forms except the partnership.
    let partnership = &catalogue().forms.first().context("there are no legal forms")?.id;
    steps.click(&comparison, &format!(".gpf-forms input[value='{partnership}']")).await?;
    steps.reach(&comparison, ".gpf-requirements > summary").await?;
    steps.clicks += 1;
    open_requirements(&comparison).await?;
    let boxes: Vec<String> = comparison
        .js(
            "return [...root.querySelectorAll('[data-field=requirement][type=checkbox]')].map((it) => it.dataset.id)",
            &[],
        )
        .await?;
    for id in boxes.iter().take(3) {
        steps.click(&comparison, &format!("[data-field=requirement][data-id='{id}']")).await?;
    }
    steps.click(&comparison, "[data-field=requirement][data-id=asset-lock][value=no]").await?;
    comparison.eventually_contains(".gpf-outcome p", "of 6 remain").await?;
    steps.click(&comparison, ".gpf-see").await?;
    let there = "return root.activeElement === root.querySelector('.gpf-shortlist > .gpf-group')";
    comparison.wait_for("the reasons", there, &[]).await?;
    let cic = "return [...root.querySelectorAll('.gpf-shortlist *')].find((it) => it.children.length === 0
            && it.textContent.startsWith('Community interest company'))?.setAttribute('data-cic', '')";
    comparison.js::<Value>(cic, &[]).await?;
    steps.reach(&comparison, "[data-cic]").await?;
    steps.are_at_most(
        "4 requirements and the reason on a phone",
        "14 to 15 clicks, about 20 scrolls, 2 dead ends",
        [7, 6],
    )
}

/// Task 3: "What a federation is not", the check, the timeline and the sizes.
async fn read_the_guide(b: &mut Browser) -> Result<()> {
    open(b, "guide.html", 1280, 800).await?;
    let guide = b.guide().await?;
    let mut steps = Steps::default();
    for section in ["not", "readiness", "timeline", "sizes"] {
        let section = format!("[data-section={section}]");
        let is_open: bool = guide
            .js("const it = root.querySelector(args[0]); return (it.closest('details') || it.querySelector('details') || it).open !== false", &[section.clone().into()])
            .await?;
        if is_open {
            steps.reach(&guide, &[&*section, " summary"].concat()).await?;
        } else {
            steps.click(&guide, &[&*section, " summary"].concat()).await?;
        }
        if section.contains("readiness") {
            let questions = guide.count(".gpf-question").await?;
            for at in 0..questions {
                let mark = "root.querySelectorAll('.gpf-question')[args[0]].querySelector('input').dataset.task = args[0]; return null";
                guide.js::<Value>(mark, &[at.into()]).await?;
                steps.click(&guide, &format!("[data-task='{at}']")).await?;
            }
            steps.reach(&guide, ".gpf-result .gpf-count").await?;
        }
    }
    steps.are_at_most("The guide", "13 clicks, about 12 scrolls, 1 dead end", [24, 12])
}

/// Task 4: the code for WordPress and SharePoint.
async fn copy_the_code(b: &mut Browser) -> Result<()> {
    for (host, review) in
        [("wordpress", "2 clicks, 2 scrolls, 1 dead end"), ("sharepoint", "2 clicks, 2 scrolls, 1 dead end")]
    {
        open(b, "/index.html", 1280, 800).await?;
        b.builder_is_there().await?;
        let reach = REACH
            .replace("root.querySelector(args[0])", "document.querySelector(arguments[0])")
            .replace("root.", "document.");
        let mut scrolls = 0;
        for css in [format!("[for='choose-host-{host}']"), ".bld-copy-button, #snippets a, #foot button".to_owned()] {
            let more: i64 = b.js(&reach, &[css.as_str().into()]).await?;
            scrolls += u32::try_from(more).with_context(|| format!("there is no {css}"))?;
            b.js::<Value>("document.querySelector(arguments[0]).click(); return null", &[css.into()]).await?;
        }
        Steps { clicks: 2, scrolls, first_result: None }.are_at_most(host, review, [2, 2])?;
    }
    Ok(())
}

/// Task 5: the results for WA7, printed from the standalone page.
async fn print_results(b: &mut Browser) -> Result<()> {
    b.go_to(&format!("{}/gp-federations.html", b.origin())).await?;
    let finder = b.finder().await?;
    finder.enter("WA7").await?;
    Expected::text("WA7").is_shown_by(&finder).await?;
    b.js::<Value>("window.print = () => { window.asked = true; }", &[]).await?;
    finder.click("[data-action=print]").await?;
    b.wait_for("the print dialog", "return window.asked", &[]).await?;
    let Some(paper) = print(b).await? else { return Ok(()) };
    println!("The standalone page after a search for WA7: 1 click, {} pages (review: 36 pages)", paper.pages);
    let most = if b.engine == Engine::Chromium { 2 } else { 3 };
    ensure!(paper.pages <= most, "the results are printed on {} pages", paper.pages);
    Ok(())
}
