//! Page templates with placeholders: `{{name}}`.

use anyhow::{Context, Result, bail, ensure};

/// The template with each placeholder filled. The values are not searched for placeholders, so they can contain any
/// text.
pub(crate) fn filled(file: &str, template: &str, texts: &[(&str, &str)]) -> Result<String> {
    let mut parts = template.split("{{");
    let mut page = parts.next().unwrap_or_default().to_owned();
    let mut used = Vec::new();
    for part in parts {
        let (name, after) = part.split_once("}}").with_context(|| format!("{file}: a {{{{ without its }}}}"))?;
        let Some((_, text)) = texts.iter().find(|(known, _)| *known == name) else {
            let known: Vec<&str> = texts.iter().map(|(name, _)| *name).collect();
            bail!("{file}: {{{{{name}}}}} is no place that pack fills (it fills {})", known.join(", "));
        };
        used.push(name);
        page.push_str(text);
        page.push_str(after);
    }
    for (name, _) in texts {
        ensure!(used.contains(name), "{file} has no place {{{{{name}}}}}, so that would be left out");
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_inserted_text_is_not_expanded() {
        let page = filled("a.html", "<p>{{a}}</p>{{b}}{{a}}", &[("a", "{{b}}"), ("b", "")]).unwrap();
        assert_eq!(page, "<p>{{b}}</p>{{b}}");
    }

    #[test]
    fn unknown_placeholders_and_unused_texts_are_reported() {
        let error = |template: &str| filled("a.html", template, &[("a", "1")]).unwrap_err().to_string();
        assert_eq!(error("{{a}}{{c}}"), "a.html: {{c}} is no place that pack fills (it fills a)");
        assert_eq!(error("b"), "a.html has no place {{a}}, so that would be left out");
        assert_eq!(error("{{a}}{{"), "a.html: a {{ without its }}");
    }
}
