//! 50 finders on one page share one wasm instance, keep separate states, and need little enough memory for a phone.

use anyhow::{Result, ensure};
use gpf_domain::directory::Region;
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::resource_usage::Held;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("load.html").await?;
    let regions: Vec<&str> = Region::ALL.map(Region::name).to_vec();
    b.js_async::<Value>(
        "const [regions] = arguments, section = document.querySelector('section');
         const all = Array.from({ length: 50 }, (_, at) => {
             const finder = document.createElement('gp-federation-finder');
             finder.loading = 'eager';
             finder.region = regions[at % regions.length];
             return finder;
         });
         const ready = all.map((finder) => new Promise((resolve) => finder.addEventListener('gpf-ready', resolve)));
         section.append(...all);
         await Promise.all(ready);",
        &[regions.clone().into()],
    )
    .await?;
    // Each shows its own region, and keeps it while another one changes.
    b.js::<Value>("document.querySelectorAll('gp-federation-finder')[7].region = 'London'; return null", &[]).await?;
    let shown = "return [...document.querySelectorAll('gp-federation-finder')]
        .map(({ shadowRoot }) => shadowRoot.querySelector('#gpf-region').value).join() === arguments[0]";
    let mut expected: Vec<&str> = (0..50).map(|at| regions[at % regions.len()]).collect();
    expected[7] = "London";
    b.wait_for("50 finders, each with its region", shown, &[expected.join(",").into()]).await?;
    let rows: Vec<usize> = b
        .js(
            "return [...document.querySelectorAll('gp-federation-finder')]
                 .map(({ shadowRoot }) => shadowRoot.querySelectorAll('.gpf-federation').length);",
            &[],
        )
        .await?;
    ensure!(rows.iter().all(|count| *count > 0), "rows: {rows:?}");
    let instances: usize = b.js("return window.memories.length", &[]).await?;
    let bytes = Held::by(b).await?.wasm_bytes();
    ensure!(instances == 1 && bytes < 16 << 20, "{instances} wasm instances, {bytes} bytes");
    Ok(())
}
