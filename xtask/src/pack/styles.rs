//! The style sheet of the shadow roots: nhsuk-frontend's Sass, adapted to a shadow root in another page.
//!
//! In a shadow root, `rem` and the viewport are the page's, and the widget might be in a narrow column of a wide
//! window. So lengths are relative to the widget's own unit, and media queries become container queries. Rules that
//! only work on a page of its own (`html`, fonts, external files) are rejected with their text.

use anyhow::{Context, Result, bail};

use super::edition::Edition;
use crate::command::output;
use crate::project::Project;
use crate::toolbox::Toolbox;

const PAGE: &str = "assets/pages/standalone.scss";
const BUILDER: &str = "assets/builder/builder.scss";
const LIBRARIES: [&str; 3] = ["assets/styles", "node_modules/nhsuk-frontend/dist", "node_modules"];

/// Replaces `1rem`. The loader sets it on `:host`, from `--gpf-rem` or the user's text size.
const REM: &str = "var(--_gpf-rem)";

/// Pixels of one `em` or `rem` in a media query, where style sheets cannot change it.
const MEDIA_EM: f64 = 16.0;

/// Compiles and adapts the Sass of a script.
pub(crate) fn compile(project: &Project, toolbox: &Toolbox, edition: Edition) -> Result<String> {
    let entry = ["assets/styles/", &edition.file().replace(".js", ".scss")].concat();
    scope(&sass(project, toolbox, &entry)?).context(entry)
}

/// The style sheet of the page `gp-federations.html`, which can style everything.
pub(crate) fn compile_page(project: &Project, toolbox: &Toolbox) -> Result<String> {
    sass(project, toolbox, PAGE)
}

/// The style sheet of the builder and of the guides beside it.
pub(crate) fn compile_builder(project: &Project, toolbox: &Toolbox) -> Result<String> {
    sass(project, toolbox, BUILDER)
}

/// Compiles with Dart Sass, the reference implementation. The crate `grass` generated different rules in different runs
/// if `@extend` was inside a media query, as in the lists of nhsuk-frontend.
fn sass(project: &Project, toolbox: &Toolbox, entry: &str) -> Result<String> {
    let mut sass = toolbox.command(project.npm_program("sass"));
    sass.args(["--no-source-map", "--no-charset", "--quiet-deps", entry]).current_dir(project.root());
    for library in LIBRARIES {
        sass.args(["--load-path", library]);
    }
    String::from_utf8(output(&mut sass)?).with_context(|| entry.to_owned())
}

/// Rewrites a style sheet for use in a shadow root, or returns every violation.
fn scope(css: &str) -> Result<String> {
    let css = without_comments(css);
    let css = media_to_container(&css)?;
    let css = replace_rem(&css);
    let faults = violations(&css);
    if !faults.is_empty() {
        bail!("not fit for a shadow root:\n{}", faults.join("\n"));
    }
    Ok(css)
}

/// A part of a style sheet: code or text.
#[derive(Clone, Copy)]
enum Stretch<'a> {
    Code(&'a str),
    Text(&'a str),
}

/// Splits a style sheet into code and quoted strings. Comments are left out.
fn tokens(css: &str) -> Vec<Stretch<'_>> {
    let mut stretches = Vec::new();
    let mut rest = css;
    while let Some(start) = rest.find(['"', '\'']).into_iter().chain(rest.find("/*")).min() {
        let (code, from) = rest.split_at(start);
        stretches.push(Stretch::Code(code));
        let length = if from.starts_with("/*") { from.find("*/").map(|end| end + 2) } else { string_length(from) };
        let (text, after) = from.split_at(length.unwrap_or(from.len()));
        if !text.starts_with("/*") {
            stretches.push(Stretch::Text(text));
        }
        rest = after;
    }
    stretches.push(Stretch::Code(rest));
    stretches
}

/// The length of the string at the beginning of `text`, including both quotes.
fn string_length(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    let mut characters = text.char_indices();
    let (_, quote) = characters.next()?;
    for (i, character) in characters {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if character == quote => return Some(i + 1),
            _ => {}
        }
    }
    None
}

fn without_comments(css: &str) -> String {
    tokens(css)
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Code(text) | Stretch::Text(text) => text,
        })
        .collect()
}

fn map_code(css: &str, mut map: impl FnMut(&str) -> String) -> String {
    tokens(css)
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Code(code) => map(code),
            Stretch::Text(text) => text.to_owned(),
        })
        .collect()
}

/// `1.5rem` -> `calc(1.5*var(--_gpf-rem))`.
fn replace_rem(css: &str) -> String {
    map_code(css, |code| {
        let mut out = String::with_capacity(code.len());
        let mut rest = code;
        while let Some(at) = rest.find("rem") {
            let (before, after) = (&rest[..at], &rest[at + 3..]);
            let number = number_at_end(before).filter(|_| !after.starts_with(is_name_character));
            match number {
                Some(number) => {
                    out.push_str(&before[..before.len() - number.len()]);
                    out.push_str(&times_rem(number));
                }
                None => out.push_str(&rest[..at + 3]),
            }
            rest = after;
        }
        out + rest
    })
}

fn times_rem(number: &str) -> String {
    if number == "1" { REM.to_owned() } else { format!("calc({number}*{REM})") }
}

/// The number at the end of `text`, with its sign, unless it belongs to a name.
fn number_at_end(text: &str) -> Option<&str> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    if digits.len() == text.len() {
        return None;
    }
    let sign = digits.strip_suffix(['-', '+']).filter(|before| !before.ends_with(is_name_character));
    let before = sign.unwrap_or(digits);
    (!before.ends_with(is_name_character)).then(|| &text[before.len()..])
}

fn is_name_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '-' | '_' | '#' | '\\')
}

/// `@media (min-width: 40.0625em)` -> `@container (min-width: 641px)`. Other media queries stay.
fn media_to_container(css: &str) -> Result<String> {
    const MEDIA: &str = "@media";
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(MEDIA) {
        let (before, from) = rest.split_at(at);
        let (query, after) = from[MEDIA.len()..].split_once('{').context("a @media without a block")?;
        out.push_str(before);
        if query.contains("width") {
            out.push_str("@container ");
            out.push_str(&container_query(query.trim())?);
        } else {
            out.push_str(MEDIA);
            out.push_str(query);
        }
        out.push('{');
        rest = after;
    }
    Ok(out + rest)
}

fn container_query(query: &str) -> Result<String> {
    let conditions: Vec<String> = query
        .split(" and ")
        .map(|condition| container_width(condition.trim()))
        .collect::<Option<_>>()
        .with_context(|| {
            format!(
                "@media {query}: write the widths (min-width or max-width, in em, rem or px) in a @media of their own"
            )
        })?;
    Ok(conditions.join(" and "))
}

fn container_width(condition: &str) -> Option<String> {
    let (name, value) = condition.strip_prefix('(')?.strip_suffix(')')?.split_once(':')?;
    let name = name.trim();
    let value = value.trim();
    let pixels = match value.strip_suffix("rem").or_else(|| value.strip_suffix("em")) {
        Some(number) => number.parse::<f64>().ok()? * MEDIA_EM,
        None => value.strip_suffix("px")?.parse().ok()?,
    };
    // Rounded to a hundredth: `40.0525em`, just under a breakpoint, is 640.84px.
    matches!(name, "min-width" | "max-width").then(|| format!("({name}: {}px)", (pixels * 100.0).round() / 100.0))
}

/// Rules that cannot work in a shadow root, or that depend on the page.
fn violations(css: &str) -> Vec<String> {
    // The strings are removed, so that a brace or a name in one is not mistaken for code.
    let code = map_code_only(css);
    let mut faults: Vec<String> = selectors(&code)
        .filter_map(|selector| {
            page_part(selector).map(|part| format!("`{part}` in the selector `{selector}`: only the page has it"))
        })
        .collect();
    let forbidden = [
        ("@font-face", "fonts are the page's own business"),
        ("@import", "nothing is fetched"),
        ("url(", "nothing is fetched, and data: URLs need the page's leave; draw with CSS or inline SVG"),
        ("$nhsuk-", "a Sass variable was not resolved"),
        (".nhsuk-frontend-supported", "only pages with nhsuk-frontend's script have it"),
    ];
    faults
        .extend(forbidden.iter().filter(|(text, _)| code.contains(text)).map(|(text, why)| format!("`{text}`: {why}")));
    faults
}

fn map_code_only(css: &str) -> String {
    tokens(css)
        .into_iter()
        .map(|stretch| match stretch {
            Stretch::Code(code) => code,
            Stretch::Text(_) => "\"\"",
        })
        .collect()
}

/// The text before each block, without at-rules.
fn selectors(code: &str) -> impl Iterator<Item = &str> {
    code.split('{')
        .map(|text| text.rsplit(['}', ';']).next().unwrap_or(text).trim())
        .filter(|selector| !selector.is_empty() && !selector.starts_with('@'))
}

/// The part of a selector that matches nothing in a shadow root.
fn page_part(selector: &str) -> Option<&'static str> {
    ["html", "body", ":root"].into_iter().find(|part| {
        selector.match_indices(part).any(|(at, _)| {
            let (before, after) = (&selector[..at], &selector[at + part.len()..]);
            // `.body`, `tbody` and `[type=body]` are different.
            let begins =
                part.starts_with(':') || !before.ends_with(|c: char| is_name_character(c) || ".:[=\"".contains(c));
            begins && !after.starts_with(is_name_character)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(css: &str) -> String {
        scope(css).unwrap()
    }

    fn refusal(css: &str) -> String {
        scope(css).unwrap_err().to_string()
    }

    #[test]
    fn lengths_follow_the_widgets_own_measure() {
        for (css, expected) in [
            ("a{margin:1rem}", "a{margin:var(--_gpf-rem)}"),
            ("a{margin:1.5rem -0.25rem}", "a{margin:calc(1.5*var(--_gpf-rem)) calc(-0.25*var(--_gpf-rem))}"),
            ("a{margin:.5rem auto}", "a{margin:calc(.5*var(--_gpf-rem)) auto}"),
            ("a{width:calc(100% - 2rem)}", "a{width:calc(100% - calc(2*var(--_gpf-rem)))}"),
            ("a{padding:10px 2em}", "a{padding:10px 2em}"),
        ] {
            assert_eq!(fitted(css), expected);
        }
    }

    #[test]
    fn what_only_looks_like_a_rem_stays() {
        for css in [
            ".theorem{top:0}",
            ".w-2rem{top:0}",
            ".a2rem{top:0}",
            "a{color:rgb(1 2 3)}",
            "a::before{content:\"2rem\"}",
            "a{--x2rem:0}",
        ] {
            assert_eq!(fitted(css), css);
        }
    }

    #[test]
    fn widths_are_asked_of_the_container() {
        for (css, expected) in [
            ("@media (min-width: 40.0625em){a{top:0}}", "@container (min-width: 641px){a{top:0}}"),
            ("@media (max-width:40.0525em){a{top:0}}", "@container (max-width: 640.84px){a{top:0}}"),
            (
                "@media (min-width: 20rem) and (max-width: 600px) {a{top:0}}",
                "@container (min-width: 320px) and (max-width: 600px){a{top:0}}",
            ),
        ] {
            assert_eq!(fitted(css), expected);
        }
    }

    #[test]
    fn other_media_queries_stay() {
        for query in ["print", "(forced-colors: active)", "(hover: none)", "(prefers-reduced-motion: reduce)"] {
            let css = format!("@media {query}{{a{{top:0}}}}");
            assert_eq!(fitted(&css), css);
        }
    }

    #[test]
    fn a_width_beside_something_else_is_refused() {
        assert!(refusal("@media print and (min-width: 10em){a{top:0}}").contains("in a @media of their own"));
        assert!(refusal("@media (min-width: 10em), print{a{top:0}}").contains("in a @media of their own"));
        assert!(refusal("@media (min-width: 10vw){a{top:0}}").contains("in a @media of their own"));
    }

    #[test]
    fn what_only_a_page_has_is_refused_by_name() {
        for (css, part) in [
            ("html{top:0}", "`html`"),
            ("a,body .b{top:0}", "`body`"),
            ("@media print{html a{top:0}}", "`html`"),
            (":root{--a:0}", "`:root`"),
            ("@font-face{font-family:x}", "`@font-face`"),
            ("a{background:url(x.png)}", "`url(`"),
            ("a{color:$nhsuk-blue}", "`$nhsuk-`"),
            (".nhsuk-frontend-supported a{top:0}", "`.nhsuk-frontend-supported`"),
        ] {
            assert!(refusal(css).contains(part), "{css}: {}", refusal(css));
        }
    }

    #[test]
    fn what_only_sounds_like_a_page_is_not() {
        for css in [
            "tbody{top:0}",
            ".body{top:0}",
            ".gpf-body{top:0}",
            ".a.html{top:0}",
            "a{content:\"html{}body{}\"}",
            ":host{top:0}",
        ] {
            assert_eq!(fitted(css), css);
        }
    }

    #[test]
    fn comments_are_gone_and_quotes_inside_strings_end_nothing() {
        assert_eq!(fitted("/* it's html{} */a{top:0}"), "a{top:0}");
        assert_eq!(fitted(r#"a{content:"\"1rem'"}b{top:1rem}"#), r#"a{content:"\"1rem'"}b{top:var(--_gpf-rem)}"#);
    }

    /// The classes with their own rule in a style sheet, not only inside a rule of another class.
    fn own_classes(scss: &str) -> impl Iterator<Item = &str> {
        scss.lines().filter_map(|line| {
            let name = line.strip_suffix(" {").or_else(|| line.strip_suffix(','))?;
            name.strip_prefix(".gpf-").filter(|name| name.chars().all(is_name_character))
        })
    }

    /// A row of the finder once lost its layout because a part of the comparison had the same class.
    #[test]
    fn no_class_has_its_look_from_two_files() {
        // These apply to every element: print, contrast themes, text sizes.
        const OF_ALL: [&str; 3] = ["_print.scss", "_forced-colours.scss", "_type.scss"];
        let mut owners = std::collections::BTreeMap::new();
        for file in std::fs::read_dir(Project::locate().unwrap().path("assets/styles")).unwrap() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if OF_ALL.contains(&&*name) {
                continue;
            }
            for class in own_classes(&std::fs::read_to_string(&path).unwrap()) {
                let owner = owners.entry(class.to_owned()).or_insert_with(|| name.clone());
                assert_eq!(*owner, name, ".gpf-{class} has its look from two files");
            }
        }
        assert!(owners.len() > 100, "only {owners:?}");
        assert_eq!(own_classes(".gpf-a {\n  .gpf-b {\n.gpf-c,\n.gpf-d > .gpf-e {\n").collect::<Vec<_>>(), ["a", "c"]);
    }
}
