//! A dropped file is checked in the same way as a selected file. After any other drop, anywhere, the page stays open
//! and says what can be dropped.

use anyhow::{Result, ensure};

use crate::harness::Browser;

const ONE: &str = "transfer.items.add(new File(['name;place\\nOur federation;Widnes\\n'], 'ours.csv'))";
const ZONE: &str = "#list-file-group";

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("#host=static&script=gp-federations.js").await?;
    let address = b.address().await?;

    // A drop beside the zone or on the preview does nothing.
    for beside in ["body", "h1", "#policy", "#preview", "#list-preview"] {
        ensure!(!b.drop_on(beside, ONE).await?, "on {beside} the browser does with it what it likes");
    }
    ensure!(b.text_of("#list-said").await?.is_empty() && b.text_of("#list-problem").await?.is_empty());
    // The browser still handles dropped text.
    ensure!(
        b.drop_on("#policy", "transfer.setData('text/plain', 'script-src')").await?,
        "text can't be dropped any more"
    );

    for inside in [ZONE, "#list-file", "#list-file-hint"] {
        ensure!(!b.drop_on(inside, ONE).await?, "on {inside} the browser does with it what it likes");
        b.list_says("You can use this list. ours.csv: 1 of 1 row can be used. Nothing will be left out.").await?;
        b.drop_on(inside, "transfer.setData('text/plain', 'ours')").await?;
        b.list_says("This is not a file").await?;
    }
    b.drop_on(ZONE, ONE).await?;
    b.finder_at("#list-preview > gp-federation-finder").await?.eventually_shows(&["our-federation".to_owned()]).await?;
    let name: String = b.js("return document.querySelector('#list-file').files[0].name", &[]).await?;
    ensure!(name == "ours.csv", "beside the button stands {name}");

    let two = [ONE, "transfer.items.add(new File(['name\\nB'], 'theirs.csv'))"].join(";");
    b.drop_on(ZONE, &two).await?;
    b.list_says("You chose 2 files (ours.csv, theirs.csv). Choose one file").await?;
    let files: u32 = b.js("return document.querySelector('#list-file').files.length", &[]).await?;
    ensure!(files == 0, "beside the button stand {files} files");
    ensure!(b.focused().await?.starts_with("div#list-summary"), "the focus is on {}", b.focused().await?);
    ensure!(b.find("#list-look").await?.attr("hidden").await?.is_some(), "the list before is still shown");

    // A script cannot drop a folder, so a fake entry takes its place.
    let folder = "transfer.items.add(new File([''], 'lists'));
        const [item] = transfer.items;
        item.webkitGetAsEntry = () => ({ isDirectory: true });
        Object.defineProperty(transfer, 'items', { value: [item] })";
    b.drop_on(ZONE, folder).await?;
    b.list_says("\"lists\" is a folder. Open it and choose a spreadsheet or a JSON file").await?;

    // If two files are dropped in quick succession, the second is checked.
    let long = "transfer.items.add(new File(['name\\n', 'A federation\\n'.repeat(60000)], 'long.csv'))";
    b.drop_on(ZONE, long).await?;
    b.drop_on(ZONE, ONE).await?;
    b.list_says("ours.csv: 1 of 1 row").await?;
    b.settle(800).await?;
    b.list_says("ours.csv: 1 of 1 row").await?;
    ensure!(b.address().await?.split('#').next() == address.split('#').next(), "the page was left");
    Ok(())
}
