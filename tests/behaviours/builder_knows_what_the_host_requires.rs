//! SharePoint and Moodle need https:// and a public URL. WordPress needs the plugin, which contains the script.

use anyhow::{Result, ensure};

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    b.open_builder("").await?;
    for (host, name) in [("sharepoint", "SharePoint"), ("moodle", "Moodle")] {
        b.fill_in(&format!("choose-host-{host}"), "").await?;
        for (typed, part) in [
            ("http://intranet.example.nhs.uk/widgets/", format!("{name} needs an address that begins with https://")),
            ("http://127.0.0.1:34845/", "127.0.0.1 is this computer: other people cannot open it".to_owned()),
            ("https://localhost/widgets/", "localhost is this computer".to_owned()),
        ] {
            b.fill_in("script-address", typed).await?;
            let error = b.text_of("#script-address-error").await?;
            ensure!(error.starts_with("Error: ") && error.contains(&part), "for {typed} in {name} it says {error:?}");
            let said = b.text_of("#snippets").await?;
            ensure!(said.contains(&part), "the snippets say {said:?}");
            ensure!(b.snippet("iframe").await.is_err(), "there is a frame of {typed}");
        }
        b.fill_in("script-address", "https://intranet.example.nhs.uk/widgets/").await?;
        ensure!(b.text_of("#script-address-error").await?.is_empty(), "https:// is refused");
        ensure!(b.snippet("iframe").await?.contains("https://intranet.example.nhs.uk/widgets/embed.html"));
    }
    // In other systems http:// is possible.
    b.fill_in("choose-host-static", "").await?;
    b.fill_in("script-address", "http://intranet.example.nhs.uk/widgets/").await?;
    ensure!(b.text_of("#script-address-error").await?.is_empty(), "http:// is refused for a static page");

    b.fill_in("choose-host-wordpress", "").await?;
    let (address, words): (String, String) = b
        .js("const link = document.querySelector('#snippets ol a'); return [link.href, link.textContent]", &[])
        .await?;
    ensure!(words.starts_with("gp-federations-wordpress.zip (") && words.ends_with(" MB)"), "the link says {words:?}");
    let size: f64 = words.trim_end_matches(" MB)").rsplit('(').next().unwrap_or_default().parse()?;
    let bytes: f64 =
        b.js_async(&format!("return (await (await fetch('{address}')).arrayBuffer()).byteLength"), &[]).await?;
    ensure!((bytes / 1e6 - size).abs() < 0.051, "it is {bytes} bytes, and the link says {size} MB");
    // A shortcode contains no URL, so none can be wrong.
    b.fill_in("script-address", "C:\\widgets").await?;
    ensure!(b.snippet("shortcode").await?.starts_with("[gp_federations"), "there is no shortcode");
    Ok(())
}
