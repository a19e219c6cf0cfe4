//! The strings of a program, without its comments and tests. Just enough of each language's rules to tell them apart.

use std::ops::Range;

/// How a language writes strings and comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Language {
    Rust,
    /// TypeScript too.
    JavaScript,
    Php,
}

impl Language {
    pub(super) fn of(extension: &str) -> Option<Self> {
        match extension {
            "rs" => Some(Self::Rust),
            "js" | "mjs" | "ts" => Some(Self::JavaScript),
            "php" => Some(Self::Php),
            _ => None,
        }
    }
}

/// A string of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Literal {
    /// Where it is, with its quotes.
    pub(super) place: Range<usize>,
    pub(super) line: usize,
    pub(super) text: String,
}

/// A program's strings, and its code with everything else blanked out.
pub(super) struct Program {
    pub(super) literals: Vec<Literal>,
    /// As long as the program, without comments and the content of strings.
    code: Vec<u8>,
}

impl Program {
    pub(super) fn read(text: &str, language: Language) -> Self {
        // Unit tests are at the end of a Rust file.
        let end = if language == Language::Rust { text.find("#[cfg(test)]\nmod tests {") } else { None };
        let text = &text[..end.unwrap_or(text.len())];
        let code = vec![b' '; text.len()];
        let mut reader = Reader { text: text.as_bytes(), language, at: 0, code, literals: Vec::new() };
        while reader.at < reader.text.len() {
            reader.step();
        }
        let literals = reader.literals.into_iter().map(|(place, bytes)| Literal {
            line: text[..place.start].matches('\n').count() + 1,
            place,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        });
        Self { literals: literals.collect(), code: reader.code }
    }

    /// The strings that are arguments of each call such as `button(`, without those of calls inside it.
    pub(super) fn arguments(&self, call: &str) -> Vec<Vec<&Literal>> {
        let code = &self.code;
        let starts = (0..code.len()).filter(|at| {
            let is_whole_name = *at == 0 || !(code[at - 1].is_ascii_alphanumeric() || code[at - 1] == b'_');
            is_whole_name && code[*at..].starts_with(call.as_bytes())
        });
        let arguments = starts.map(|start| {
            let mut depth = 0;
            let mut found = Vec::new();
            for (at, byte) in code.iter().enumerate().skip(start + call.len() - 1) {
                match byte {
                    b'(' | b'[' | b'{' => depth += 1,
                    b')' | b']' | b'}' => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
                if depth == 1 {
                    found.extend(self.literals.iter().filter(|it| it.place.start == at));
                }
            }
            found
        });
        arguments.collect()
    }
}

struct Reader<'a> {
    text: &'a [u8],
    language: Language,
    at: usize,
    code: Vec<u8>,
    literals: Vec<(Range<usize>, Vec<u8>)>,
}

impl Reader<'_> {
    fn has(&self, start: &str) -> bool {
        self.text[self.at..].starts_with(start.as_bytes())
    }

    fn skip_to(&mut self, end: &str) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let found = rest.windows(end.len()).position(|it| it == end.as_bytes());
        self.at += found.map_or(rest.len(), |found| found + end.len());
    }

    /// One comment, one string, or one byte of code.
    fn step(&mut self) {
        let byte = self.text[self.at];
        let is_rust = self.language == Language::Rust;
        if self.has("//") || (self.language == Language::Php && byte == b'#') {
            self.skip_to("\n");
        } else if self.has("/*") {
            self.skip_to("*/");
        } else if is_rust && (self.has("r\"") || self.has("r#")) && !self.follows_a_name() {
            self.raw();
        } else if is_rust && byte == b'\'' {
            self.character();
        } else if byte == b'"' || byte == b'\'' || (byte == b'`' && self.language == Language::JavaScript) {
            self.string(byte);
        } else if byte == b'/' && self.language == Language::JavaScript && self.begins_a_pattern() {
            self.pattern();
        } else {
            self.code[self.at] = byte;
            self.at += 1;
        }
    }

    fn follows_a_name(&self) -> bool {
        self.at > 0 && (self.text[self.at - 1].is_ascii_alphanumeric() || self.text[self.at - 1] == b'_')
    }

    fn raw(&mut self) {
        let start = self.at;
        self.at += 1;
        let hashes = self.text[self.at..].iter().take_while(|it| **it == b'#').count();
        if self.text.get(self.at + hashes) != Some(&b'"') {
            // A raw name such as `r#type`.
            return;
        }
        self.at += hashes + 1;
        let content = self.at;
        let end = ["\"", &"#".repeat(hashes)].concat();
        self.skip_to(&end);
        let text = self.text[content..self.at - end.len()].to_vec();
        self.literals.push((start..self.at, text));
    }

    /// A character of Rust, or the quote of a lifetime.
    fn character(&mut self) {
        let rest = &self.text[self.at + 1..];
        if rest.first() == Some(&b'\\') {
            self.at += 3;
            self.skip_to("'");
            return;
        }
        let end = rest.iter().take(5).position(|it| *it == b'\'');
        let is_character =
            end.is_some_and(|end| std::str::from_utf8(&rest[..end]).is_ok_and(|text| text.chars().count() == 1));
        self.at += if is_character { end.unwrap_or_default() + 2 } else { 1 };
    }

    fn string(&mut self, quote: u8) {
        let start = self.at;
        let mut text = Vec::new();
        self.at += 1;
        while let Some(&byte) = self.text.get(self.at) {
            if byte == quote {
                self.at += 1;
                break;
            } else if byte == b'\\' {
                self.escaped(&mut text);
            } else if quote == b'`' && self.has("${") {
                text.extend(b"VALUE");
                self.value();
            } else {
                text.push(byte);
                self.at += 1;
            }
        }
        self.literals.push((start..self.at, text));
    }

    fn escaped(&mut self, text: &mut Vec<u8>) {
        let escaped = self.text.get(self.at + 1).copied().unwrap_or_default();
        self.at += 2;
        match escaped {
            b'n' => text.push(b'\n'),
            // The line goes on, without its indent.
            b'\n' => {
                while self.text.get(self.at).is_some_and(u8::is_ascii_whitespace) {
                    self.at += 1;
                }
            }
            _ => text.push(escaped),
        }
    }

    /// `${…}` in a template: code, which can have strings too.
    fn value(&mut self) {
        self.at += 2;
        let mut depth = 1;
        while depth > 0 && self.at < self.text.len() {
            match self.text[self.at] {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.at += 1;
            } else {
                self.step();
            }
        }
    }

    /// Whether a slash begins a regular expression: it does if there is nothing before it to divide.
    fn begins_a_pattern(&self) -> bool {
        let before = self.code[..self.at].trim_ascii_end();
        before.last().is_none_or(|it| b"(,=:[!&|?{};+>".contains(it)) || before.ends_with(b"return")
    }

    fn pattern(&mut self) {
        self.at += 1;
        let mut is_class = false;
        while let Some(&byte) = self.text.get(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'[' => is_class = true,
                b']' => is_class = false,
                b'/' if !is_class => break,
                b'\n' => break,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(code: &str, language: Language) -> Vec<String> {
        Program::read(code, language).literals.into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn rust() {
        let code = "// \"no\"\n/* \"no\" */ fn f<'a>(it: &'a str) { g('\"', '\\'', '’', \"yes \\\"1\\\"\", r#\"yes 2\"#, \"yes \\\n 3\") }\n\
                    #[cfg(test)]\nmod tests { \"no\" }";
        assert_eq!(texts(code, Language::Rust), ["yes \"1\"", "yes 2", "yes 3"]);
    }

    #[test]
    fn javascript() {
        let code = "// 'no'\nconst a = () => { return /['\"]no/; }; f('yes 1', \"yes 2\", `yes ${b ? 'yes 4' : 1 / 2} 3`); /* 'no' */";
        assert_eq!(texts(code, Language::JavaScript), ["yes 1", "yes 2", "yes 4", "yes VALUE 3"]);
    }

    #[test]
    fn php() {
        assert_eq!(texts("<?php # 'no'\necho 'yes'; // \"no\"", Language::Php), ["yes"]);
    }

    #[test]
    fn only_arguments_of_the_named_call_are_found() {
        let code = "button(\"a\", f(\"no\"), \"b\"); drop_button(\"no\"); button(\"c\", x)";
        let program = Program::read(code, Language::Rust);
        let calls = program.arguments("button(");
        let found: Vec<Vec<&str>> = calls.iter().map(|all| all.iter().map(|it| &*it.text).collect()).collect();
        assert_eq!(found, [vec!["a", "b"], vec!["c"]]);
    }
}
