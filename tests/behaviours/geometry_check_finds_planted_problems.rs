//! Tests the geometry check itself: it finds planted problems, each by its rule, and reports nothing on correct pages.

use std::fmt::Write as _;

use anyhow::{Result, ensure};

use crate::harness::Browser;
use crate::harness::geometry_rule::Rule;

/// The content of an element of ours, the HTML around it (`HERE` is the element), and the rules that it breaks.
type Case = (&'static str, &'static str, &'static [Rule]);

const PLAIN: &str = "<div>HERE</div>";

const CASES: &[Case] = &[
    // No problem.
    ("<p>Plain text</p>", PLAIN, &[]),
    ("<p style='position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)'>For ears alone</p>", PLAIN, &[]),
    ("<p style='color:#949494;font-size:24px'>Large and grey</p>", PLAIN, &[]),
    ("<button disabled style='color:#bbb'>Not now</button>", PLAIN, &[]),
    ("<label style='color:#bbb'><input type=checkbox disabled>Not now</label>", PLAIN, &[]),
    ("<details><summary>Closed</summary><p style='color:#fff'>Not seen</p></details>", PLAIN, &[]),
    ("<details open><summary>Open</summary><p>Seen</p></details>", PLAIN, &[]),
    ("<ul style='list-style:disc inside'><li>One<li><b>Two</b></ul><ol><li><p>Three</p></ol>", PLAIN, &[]),
    ("<div tabindex=0 style='overflow:auto'><p style='width:2000px'>A table, say</p></div>", PLAIN, &[]),
    ("<p>Under it</p><p style='position:sticky;bottom:0;margin-top:-20px;background:#fff'>A bar that stays</p>", PLAIN, &[]),
    ("<div style='background:#005eb8'><p style='color:#fff'>White on blue</p></div>", PLAIN, &[]),
    ("<p style='color:color-mix(in srgb, #000 80%, #fff)'>Mixed</p>", PLAIN, &[]),
    ("<svg width=50 height=20><rect width=50 height=20 fill='#000'></rect><text y=15 fill='#fff'>Map</text></svg>", PLAIN, &[]),
    ("<p>Further down</p>", "<div style='height:20px;overflow:hidden'><div style='height:20px;overflow:auto'>HERE</div></div>", &[]),
    ("<p>Further down</p>", "<div style='height:20px;overflow:auto'>HERE</div>", &[]),
    ("<div tabindex=0 style='height:20px;overflow:auto;border:1px solid'><p>Further down</p></div>", PLAIN, &[]),
    ("<p>Hidden with its page</p>", "<div hidden>HERE</div>", &[]),
    ("<p>Beside a menu</p>", "<div style='display:flex'><p>Menu</p><div style='flex:1'>HERE</div></div>", &[]),
    // Collapsed.
    ("<p>A letter a line</p>", "<div style='float:left'>HERE</div>", &[Rule::Collapsed]),
    ("<p>A letter a line</p>", "<table><tr><td>HERE</table>", &[Rule::Collapsed]),
    ("<p>A letter a line</p>", "<div style='display:flex'><div>HERE</div></div>", &[Rule::Collapsed]),
    ("<p>Half of it</p>", "<style>gp-federation-finder{max-width:50%}</style><div>HERE</div>", &[Rule::Collapsed]),
    // Outside.
    ("<p style='margin-left:-60px'>Too far to the left</p>", PLAIN, &[Rule::Outside]),
    ("<p style='white-space:nowrap'>WIDE</p>", "<div style='width:300px'>HERE</div>", &[Rule::Outside]),
    ("<input style='width:400px'>", "<div style='width:300px'>HERE</div>", &[Rule::Outside]),
    ("<p>Wider than its place</p>", "<style>gp-federation-finder{width:110%}</style><div style='width:300px'>HERE</div>", &[Rule::Outside]),
    ("<p style='width:50px;white-space:nowrap;border:1px solid'>Longer than its box</p>", PLAIN, &[Rule::Outside]),
    // Clipped.
    ("<p style='height:8px;overflow:hidden'>Cut in half</p>", PLAIN, &[Rule::Clipped]),
    ("<p style='width:60px;overflow:hidden;white-space:nowrap'>Cut at its end</p>", PLAIN, &[Rule::Clipped]),
    ("<p>Lower than its element</p>", "<div style='height:5px;overflow:hidden'>HERE</div>", &[Rule::Clipped]),
    // Overlap.
    ("<p>Under it</p><p style='margin-top:-38px'>Over it</p>", PLAIN, &[Rule::Overlap]),
    ("<p>Under it</p><p style='position:relative;top:-38px'>Over it</p>", PLAIN, &[Rule::Overlap]),
    ("<svg width=90 height=20><text y=15>2015</text><text x=9 y=15>2016</text></svg>", PLAIN, &[Rule::Overlap]),
    // Contrast.
    ("<p style='color:#fff'>White on white</p>", PLAIN, &[Rule::Contrast]),
    ("<p style='color:#888'>Grey</p>", PLAIN, &[Rule::Contrast]),
    ("<p style='color:#999;font-size:24px'>Large and too grey</p>", PLAIN, &[Rule::Contrast]),
    ("<p style='-webkit-text-fill-color:#eee'>Filled</p>", PLAIN, &[Rule::Contrast]),
    ("<p style='opacity:0.4'>Faint</p>", PLAIN, &[Rule::Contrast]),
    ("<p style='color:rgb(0 0 0 / 30%)'>Thin</p>", PLAIN, &[Rule::Contrast]),
    ("<div style='background:rgb(0 0 0 / 70%)'><p style='color:#333'>On a veil</p></div>", PLAIN, &[Rule::Contrast]),
    ("<p style='color:color-mix(in srgb, #000 20%, #fff)'>Mixed</p>", PLAIN, &[Rule::Contrast]),
    ("<input value='Typed' style='color:#ccc'>", PLAIN, &[Rule::Contrast]),
    ("<svg width=50 height=20><rect width=50 height=20 fill='#000'></rect><text y=15>Map</text></svg>", PLAIN, &[Rule::Contrast]),
    // Markers.
    ("<details><summary style='display:list-item;list-style:disclosure-closed inside'><h3>A heading</h3></summary></details>", PLAIN, &[Rule::Marker]),
    ("<style>summary{display:block}summary::before{content:'';display:inline-block;width:9px;height:9px;background:red}</style>
      <details><summary><h3>A heading</h3></summary></details>", PLAIN, &[Rule::Marker]),
    ("<ul style='list-style:disc inside'><li><p>An item</p></ul>", PLAIN, &[Rule::Marker]),
    ("<ul><li></ul>", PLAIN, &[Rule::Marker]),
    // Scrolling sideways.
    ("<div style='overflow:auto'><p style='width:2000px'>No key reaches it</p></div>", PLAIN, &[Rule::Scrolls]),
    ("<p>Wider than the page</p>", "<div style='width:3000px'>HERE</div>", &[Rule::Scrolls]),
];

/// As in our elements: a box that is a query container, in a shadow root.
const FILL: &str = "
    const host = document.querySelector('gp-federation-finder');
    host.style.display = 'block';
    host.attachShadow({ mode: 'open' }).innerHTML =
        `<div><div class=gpf style='container-type:inline-size;font:16px/1.5 sans-serif;overflow-wrap:break-word;padding:12px'>${arguments[0]}</div></div>`;";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    let mut wrong = String::new();
    for (inside, around, rules) in CASES {
        let page = around.replace("HERE", "<gp-federation-finder></gp-federation-finder>");
        b.open_written("/pages/planted.html", &format!("<!doctype html><title>A page</title>{page}")).await?;
        let inside = inside.replace("WIDE", &"much text in one line ".repeat(9));
        b.js::<()>(FILL, &[inside.clone().into()]).await?;
        let found = b.geometry().await?;
        let mut seen: Vec<Rule> = found.iter().map(|it| it.rule).collect();
        seen.dedup();
        if seen != *rules {
            let _ = write!(wrong, "\n  {inside} in {around}: {found:?} instead of {rules:?}");
        }
    }
    ensure!(wrong.is_empty(), "the check is wrong about{wrong}");

    // The check includes frames, also if it starts in the frame.
    let frame =
        "<!doctype html><title>A page</title><iframe srcdoc='<gp-federation-finder></gp-federation-finder>'></iframe>";
    b.open_written("/pages/planted.html", frame).await?;
    b.enter_frame("iframe").await?;
    b.js::<()>(FILL, &["<p style='color:#fff'>White on white</p>".into()]).await?;
    ensure!(b.geometry().await?.len() == 1, "from inside the frame nothing is seen");
    b.leave_frame().await?;
    let found = b.geometry().await?;
    ensure!(found.len() == 1, "{found:?} in a frame");
    ensure!(found[0].place == "gp-federation-finder » p", "it says {}", found[0].place);
    ensure!(
        found[0].what.contains("\"White on white\" has a contrast of 1:1, #ffffff on #ffffff"),
        "{}",
        found[0].what
    );
    b.open_written("/pages/planted.html", "<!doctype html><title>A page</title>").await
}
