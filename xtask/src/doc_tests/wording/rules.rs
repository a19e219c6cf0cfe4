//! The rules of `docs/STYLE.md` that a program can check.

/// A phrase that is not used, and what to write instead. `*` matches any single word.
pub(super) struct Rule {
    phrase: &'static str,
    pub(super) instead: &'static str,
}

const fn rule(phrase: &'static str, instead: &'static str) -> Rule {
    Rule { phrase, instead }
}

/// For everything that people read.
pub(super) const EVERYWHERE: [Rule; 37] = [
    rule("slip", "typo"),
    rule("slips", "typos"),
    rule("mend", "fix"),
    rule("mends", "fixes"),
    rule("mended", "fixed"),
    rule("mending", "fixing"),
    rule("take back", "remove"),
    rule("take * back", "remove it"),
    rule("taken back", "removed"),
    rule("takes back", "removes"),
    rule("may not", "cannot, or might not"),
    rule("nobody", "the person: you, people, an editor; or \"no one\""),
    rule("somebody", "the person: you, a user, an editor; or \"someone\""),
    rule("anybody", "anyone"),
    rule("everybody", "everyone"),
    rule("whoever", "the person: the people who, anyone who"),
    rule("list of one's own", "your own list"),
    rule("list of your own", "your own list"),
    rule("an own list", "a custom list"),
    rule("own lists", "custom lists"),
    rule("bundled list", "built-in list"),
    rule("the bundled", "the built-in"),
    rule("bundled federation", "built-in federation"),
    rule("snippet builder", "builder"),
    rule("e-mail", "email"),
    rule("e-mails", "emails"),
    rule("fault", "problem, or error"),
    rule("faults", "problems, or errors"),
    rule("trouble", "problem"),
    rule("what others wrote", "dependencies"),
    rule("page editor", "rich text editor, or system"),
    rule("anew", "again"),
    rule("untick", "clear"),
    rule("care out of hours", "out-of-hours care"),
    rule("typing mistake", "typo"),
    rule("typing mistakes", "typos"),
    rule("list that comes with it", "built-in list"),
];

/// For the interface alone: words that developers use, and people who use the page do not. Five is part of a title.
pub(super) const INTERFACE: [Rule; 16] = [
    rule("defunct", "ended"),
    rule("tick", "select"),
    rule("collaboration model", "way of working together"),
    rule("collaboration models", "ways of working together"),
    rule("bundled", "built-in"),
    rule("checked on", "last checked"),
    rule("visitor", "people, or users"),
    rule("visitors", "people, or users"),
    rule("two", "2"),
    rule("three", "3"),
    rule("four", "4"),
    rule("six", "6"),
    rule("seven", "7"),
    rule("eight", "8"),
    rule("nine", "9"),
    rule("ten", "10"),
];

/// For comments: words of older comments, and the plain ones in their place.
pub(super) const COMMENTS: [Rule; 16] = [
    rule("stands", "is"),
    rule("stand", "is, or are"),
    rule("stood", "was"),
    rule("told", "reported to, or passed to"),
    rule("hears", "is notified of, or listens for"),
    rule("heard", "received"),
    rule("so many", "the number"),
    rule("as many as", "up to"),
    rule("be it", "including"),
    rule("be had", "available"),
    rule("seen to", "handled"),
    rule("in vain", "without a result"),
    rule("a keystroke", "per keystroke"),
    rule("a key", "per keystroke, or \"the key\" of a map or a keyboard"),
    rule("of one's own", "its own, or custom"),
    rule("for want of", "without"),
];

/// Texts of links that do not make sense alone.
pub(super) const LINKS: [&str; 8] =
    ["here", "this", "link", "this link", "this page", "more", "read more", "click here"];

/// Verbs that a button's label can begin with.
pub(super) const VERBS: [&str; 36] = [
    "add", "back", "cancel", "change", "check", "choose", "clear", "close", "compare", "copy", "download", "find",
    "go", "hide", "keep", "load", "open", "paste", "print", "read", "remove", "replace", "report", "reset", "save",
    "search", "select", "send", "set", "show", "skip", "start", "stop", "try", "use", "view",
];

/// What a text breaks: the words, and what to write instead.
pub(super) fn broken(text: &str, rules: &[&[Rule]]) -> Vec<(String, String)> {
    let words = words(text);
    let mut broken = Vec::new();
    for rule in rules.iter().copied().flatten() {
        let phrase: Vec<&str> = rule.phrase.split(' ').collect();
        let is_there = words
            .windows(phrase.len())
            .any(|found| found.iter().zip(&phrase).all(|(word, wanted)| *wanted == "*" || word == wanted));
        if is_there {
            broken.push((rule.phrase.to_owned(), rule.instead.to_owned()));
        }
    }
    for word in &words {
        if word.ends_with("n't") {
            broken.push((word.clone(), "no negative contraction: cannot, do not, is not".to_owned()));
        }
    }
    if let Some(quote) = text.chars().find(|it| "“”‘’".contains(*it)) {
        broken.push((quote.to_string(), "straight quotes: \" or '".to_owned()));
    }
    broken
}

/// The words in lower case, with straight apostrophes. Punctuation between words ends no phrase.
pub(super) fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('’', "'");
    let is_word = |it: char| it.is_alphanumeric() || it == '\'' || it == '-' || it == '_';
    let words = text.split(|it| !is_word(it)).map(|word| word.trim_matches(['\'', '-']));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
