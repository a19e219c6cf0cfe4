//! If name and place do not contain the search text, the row shows the former name or member practice that does.

use anyhow::{Context, Result, ensure};
use gpf_domain::directory::Federation;
use serde_json::Value;

use crate::harness::oracle::directory;
use crate::harness::{Browser, Finder};

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open("bare.html").await?;
    let finder = b.finder().await?;
    let with_former = |it: &Federation<'static>| it.former_names().any(|name| !it.name().contains(name));
    let former = directory().federations().find(with_former).context("none has a former name")?;
    let member =
        directory().federations().find(|it| it.member_practices().count() > 1).context("none names members")?;
    says_why(&finder, former, "Formerly", former.former_names().next().unwrap_or_default()).await?;
    // Not the first one, which shares words with others.
    says_why(&finder, member, "Member:", member.member_practices().last().unwrap_or_default()).await?;

    // Also for custom lists.
    let list = "id,name,former_names,member_practices\n\
        a,Alpha Surgery Group,Beta Care,The Elms Surgery; Elms Court; The Old Mill Surgery\nb,Gamma,,\n";
    finder.js::<Value>("host.data = args[0]", &[list.into()]).await?;
    for (typed, why) in [
        ("beta", vec!["Formerly Beta Care"]),
        ("mill surgery", vec!["Member: The Old Mill Surgery"]),
        ("elms court", vec!["Member: Elms Court"]),
        ("alpha", vec![]),
        ("alpha surgery", vec![]),
    ] {
        finder.search(typed).await?;
        finder.eventually_shows(&["a".to_owned()]).await?;
        let shown = whys(&finder).await?;
        ensure!(shown == why, "for \"{typed}\" the row says {shown:?}");
    }
    Ok(())
}

async fn says_why(finder: &Finder, federation: Federation<'_>, label: &str, name: &str) -> Result<()> {
    finder.search(name).await?;
    let row = format!(".gpf-federation[data-id=\"{}\"]", federation.id());
    finder.wait_for("the row", "return !!root.querySelector(args[0])", &[row.as_str().into()]).await?;
    finder.eventually_contains(&format!("{row} > summary"), &format!("{label} {name}")).await?;
    let marks = finder.count(&format!("{row} > summary mark")).await?;
    ensure!(marks > 0, "nothing is marked for {name}");
    Ok(())
}

/// The texts of the rows after their places.
async fn whys(finder: &Finder) -> Result<Vec<String>> {
    let all = finder.texts(".gpf-place").await?;
    Ok(all.into_iter().filter(|it| it.contains("Formerly") || it.contains("Member")).collect())
}
