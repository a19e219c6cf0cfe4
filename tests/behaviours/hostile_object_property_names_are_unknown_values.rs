//! Every JavaScript object has properties such as `constructor`. As the name of an element, they are unknown like any other
//! word: in a script tag, in a placeholder, in the frame page's URL and in the builder's.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::harness::Browser;
use crate::harness::builder::page_with;

const NAMES: [&str; 5] = ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"];

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for name in NAMES {
        for attribute in ["data-view", "data-gp-federations"] {
            b.expect_console(format!("{attribute}=\"{name}\""));
        }
        b.allow_console(format!("=\"{name}\""));
    }
    let pasted: String = NAMES
        .iter()
        .map(|name| {
            format!(
                "<div data-gp-federations=\"{name}\"></div>\n\
                 <script src=\"/gp-federations.js\" defer data-view=\"{name}\"></script>\n"
            )
        })
        .collect();
    b.open_written("/names.html", &page_with(&pasted)).await?;
    b.wait_for("the finders", "return document.querySelectorAll('gp-federation-finder').length === 10", &[]).await?;
    let others: Vec<String> = b
        .js(
            "return [...document.querySelectorAll('main *')].map((it) => it.localName)
                 .filter((it) => !['script', 'div', 'h1', 'gp-federation-finder'].includes(it))",
            &[],
        )
        .await?;
    ensure!(others.is_empty(), "there are other elements: {others:?}");
    let console = b.console().await?.join("\n");
    for name in NAMES {
        let said = console.lines().find(|line| line.contains(&format!("data-view=\"{name}\""))).context(name)?;
        ensure!(said.to_lowercase().contains("use one of: finder"), "what is accepted is not said: {said}");
    }

    for name in NAMES {
        b.go_to(&format!("{}/embed.html?view={name}", b.origin())).await?;
        b.finder().await?;
    }
    for name in NAMES {
        b.open_builder(&format!("#show={name}&host={name}")).await?;
        let chosen: Value = b
            .js(
                "return [document.querySelector('#show :checked').value, document.querySelectorAll('#where :checked').length]",
                &[],
            )
            .await?;
        ensure!(chosen == serde_json::json!(["finder", 0]), "{name} chooses {chosen}");
    }
    Ok(())
}
