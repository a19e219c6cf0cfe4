//! WordPress removes scripts and unknown elements from the posts of users without the right to add them. The content
//! inside, a link, stays, and nothing else is left over.

use anyhow::{Result, ensure};

use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    for page in ["/pasted-tag-by-author/", "/pasted-element/"] {
        b.open_wordpress(page).await?;
        let (text, link, scripts): (String, String, usize) = b
            .js(
                "const content = document.querySelector('.entry-content');
                 return [content.innerText.trim(), content.querySelector('a').href, content.querySelectorAll('script').length];",
                &[],
            )
            .await?;
        ensure!(scripts == 0, "{page}: the script is there: this WordPress is not as strict as a network is");
        ensure!(text == "GP federations", "{page} says \"{text}\"");
        ensure!(link == "https://example.org/federations", "{page} leads to {link}");
    }
    Ok(())
}
