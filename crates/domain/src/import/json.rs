//! A strict JSON parser (RFC 8259) for one record at a time.

use std::borrow::Cow;

use crate::strings::surrogate_pair;

/// A value. Numbers and booleans are their source text. `null` is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value<'t> {
    Nothing,
    Text(Cow<'t, str>),
    List(Vec<Value<'t>>),
    Object(Vec<(Cow<'t, str>, Value<'t>)>),
}

impl Value<'_> {
    /// The text of a property, if it is an object that has one.
    pub(super) fn property(&self, name: &str) -> Option<&str> {
        let Value::Object(properties) = self else {
            return None;
        };
        properties.iter().find_map(|(key, value)| match value {
            Value::Text(text) if key == name => Some(&**text),
            _ => None,
        })
    }
}

/// Parses values at the start of a text.
#[derive(Clone, Copy)]
pub(super) struct JsonParser<'t> {
    text: &'t str,
    /// The current position.
    pub(super) at: usize,
}

/// What the parser expected in a text that is not JSON.
pub(super) type ExpectedToken = &'static str;

/// What to do about a comma after the last entry, as JavaScript allows it.
pub(super) const EXTRA_COMMA: ExpectedToken = "Remove the comma before this bracket";

/// The maximum depth of nested lists and objects: around the list of records, and in a record.
pub(super) const MAX_DEPTH: u32 = 8;

impl<'t> JsonParser<'t> {
    pub(super) const fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    /// The next byte that is not white space.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let space = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.at += space;
        rest.get(space).copied()
    }

    /// Skips `mark` if it is next.
    pub(super) fn take(&mut self, mark: u8) -> bool {
        let is_next = self.peek() == Some(mark);
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn expect(&mut self, mark: u8, expected: ExpectedToken) -> Result<(), ExpectedToken> {
        if self.take(mark) { Ok(()) } else { Err(expected) }
    }

    pub(super) fn value(&mut self) -> Result<Value<'t>, ExpectedToken> {
        self.value_in(0)
    }

    /// The name of a property, and the colon after it.
    pub(super) fn key(&mut self) -> Result<Cow<'t, str>, ExpectedToken> {
        let key = self.string()?;
        self.expect(b':', "Add a colon after the property's name")?;
        Ok(key)
    }

    fn value_in(&mut self, depth: u32) -> Result<Value<'t>, ExpectedToken> {
        if depth > MAX_DEPTH {
            return Err("Use fewer levels of nested lists and objects");
        }
        match self.peek() {
            Some(b'"') => Ok(Value::Text(self.string()?)),
            Some(b'[') => {
                let mut list = Vec::new();
                self.entries(b']', "Add a comma or a closing bracket here", &mut |parser| {
                    list.push(parser.value_in(depth + 1)?);
                    Ok(())
                })?;
                Ok(Value::List(list))
            }
            Some(b'{') => {
                let mut object = Vec::new();
                self.entries(b'}', "Add a comma or a closing brace here", &mut |parser| {
                    object.push((parser.key()?, parser.value_in(depth + 1)?));
                    Ok(())
                })?;
                Ok(Value::Object(object))
            }
            Some(_) => self.word(),
            None => Err("The file is incomplete. Save it again"),
        }
    }

    /// The entries of a list or object, from its first bracket to `end`.
    fn entries(
        &mut self,
        end: u8,
        expected: ExpectedToken,
        entry: &mut dyn FnMut(&mut Self) -> Result<(), ExpectedToken>,
    ) -> Result<(), ExpectedToken> {
        self.at += 1;
        if self.take(end) {
            return Ok(());
        }
        loop {
            entry(self)?;
            if !self.take(b',') {
                return self.expect(end, expected);
            }
            if self.peek() == Some(end) {
                return Err(EXTRA_COMMA);
            }
        }
    }

    /// `null`, `true`, `false` or a number.
    fn word(&mut self) -> Result<Value<'t>, ExpectedToken> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let is_of_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        let length = rest.bytes().take_while(|byte| is_of_word(byte)).count();
        let word = rest.get(..length).unwrap_or_default();
        if !matches!(word, "null" | "true" | "false") && !is_number(word) {
            return Err("Enter text in quotation marks, a number, a list or null");
        }
        self.at += length;
        Ok(if word == "null" { Value::Nothing } else { Value::Text(Cow::Borrowed(word)) })
    }

    fn string(&mut self) -> Result<Cow<'t, str>, ExpectedToken> {
        self.expect(b'"', "Put quotation marks around it")?;
        let start = self.at;
        let mut owned: Option<String> = None;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let ends = |byte: u8| byte == b'"' || byte == b'\\' || byte < b' ';
            let length = rest
                .bytes()
                .position(ends)
                .ok_or("Add a closing quotation mark. If the file is incomplete, save it again")?;
            if let Some(owned) = &mut owned {
                owned.push_str(rest.get(..length).unwrap_or_default());
            }
            self.at += length;
            match rest.as_bytes()[length] {
                b'"' => {
                    let text = self.text.get(start..self.at).unwrap_or_default();
                    self.at += 1;
                    return Ok(owned.map_or(Cow::Borrowed(text), Cow::Owned));
                }
                b'\\' => {
                    let before = self.text.get(start..self.at).unwrap_or_default();
                    self.at += 1;
                    let letter = self.escaped()?;
                    owned.get_or_insert_with(|| before.to_owned()).push(letter);
                }
                _ => return Err("Use \\n for a line break inside text"),
            }
        }
    }

    /// The character after a backslash.
    fn escaped(&mut self) -> Result<char, ExpectedToken> {
        const EXPECTED: ExpectedToken = "Add a second backslash before this one";
        let byte = *self.text.as_bytes().get(self.at).ok_or(EXPECTED)?;
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit().ok_or(EXPECTED)?;
                // Only a unit that is half of a pair is no character.
                char::from_u32(first).or_else(|| self.rest_of_pair(first)).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err(EXPECTED),
        })
    }

    /// The character of a surrogate pair, of which `first` was just read. Reads nothing if another half does not follow.
    fn rest_of_pair(&mut self, first: u32) -> Option<char> {
        let back = self.at;
        let is_escape = self.text.as_bytes().get(back..back + 2) == Some(b"\\u");
        self.at += 2;
        let letter = self.unit().filter(|_| is_escape).and_then(|second| surrogate_pair(first, second));
        if letter.is_none() {
            self.at = back;
        }
        letter
    }

    /// 4 hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for &byte in self.text.as_bytes().get(self.at..self.at + 4)? {
            unit = unit << 4 | char::from(byte).to_digit(16)?;
        }
        self.at += 4;
        Some(unit)
    }
}

fn is_number(text: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let text = text.strip_prefix('-').unwrap_or(text);
    let whole = digits(text);
    if whole == 0 || whole > 1 && text.starts_with('0') {
        return false;
    }
    let mut rest = text.get(whole..).unwrap_or_default();
    if let Some(part) = rest.strip_prefix('.') {
        rest = part.get(digits(part)..).unwrap_or_default();
        if rest.len() == part.len() {
            return false;
        }
    }
    if let Some(power) = rest.strip_prefix(['e', 'E']) {
        let power = power.strip_prefix(['+', '-']).unwrap_or(power);
        return !power.is_empty() && digits(power) == power.len();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The value as `serde_json` represents it, with numbers as they are written.
    fn like_serde(value: &Value<'_>) -> serde_json::Value {
        match value {
            Value::Nothing => serde_json::Value::Null,
            Value::Text(text) => text.to_string().into(),
            Value::List(list) => list.iter().map(like_serde).collect::<Vec<_>>().into(),
            Value::Object(object) => serde_json::Value::Object(
                object.iter().map(|(key, value)| (key.to_string(), like_serde(value))).collect(),
            ),
        }
    }

    fn parse(text: &str) -> Option<Value<'_>> {
        let mut parser = JsonParser::new(text, 0);
        let value = parser.value().ok()?;
        parser.peek().is_none().then_some(value)
    }

    #[test]
    fn valid_and_invalid_json_is_judged_like_serde_json() {
        for text in [
            "{}",
            "[]",
            "null",
            " \"a\" ",
            "{\"a\":[null,\"b\\n\\u00e9\\ud834\\udd1e\\/\"],\"c\":{}}",
            "[\"é\"]",
            "",
            "{",
            "[1,]",
            "[,1]",
            "{\"a\"}",
            "{a:1}",
            "{\"a\":1,}",
            "'a'",
            "\"a",
            "\"\\x\"",
            "\"a\nb\"",
            "nul",
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "-",
            "NaN",
            "[1 2]",
            "{} {}",
            "\"\\u12\"",
            "[[[[[[[[1]]]]]]]]",
        ] {
            assert_eq!(parse(text).is_some(), serde_json::from_str::<serde_json::Value>(text).is_ok(), "{text}");
        }
        for number in ["0", "-1", "1.5", "1e5", "1E-5", "12.25e+3"] {
            assert_eq!(parse(number), Some(Value::Text(number.into())));
        }
        let deep = "[".repeat(100_000);
        assert_eq!(parse(&deep), None);
    }

    fn values() -> impl Strategy<Value = serde_json::Value> {
        let leaf =
            prop_oneof![Just(serde_json::Value::Null), "\\PC{0,8}|[\"\\\\/\n\t\r\u{8}\u{c}]{0,3}".prop_map(Into::into)];
        leaf.prop_recursive(3, 20, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
                prop::collection::btree_map("\\PC{0,3}", inner, 0..4)
                    .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn serde_json_output_round_trips(value in values(), pretty: bool) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
            prop_assert_eq!(parse(&text.unwrap()).map(|value| like_serde(&value)), Some(value));
        }

        #[test]
        fn any_text_is_judged_like_serde_json(text in "([\\[\\]{},:\"\\\\ untrfals0-9.eE+-]|\\PC){0,12}") {
            let other = serde_json::from_str::<serde_json::Value>(&text);
            // `serde_json` refuses numbers beyond its range and lone surrogates.
            if let Err(error) = &other {
                prop_assume!(!error.to_string().contains("out of range") && !error.to_string().contains("surrogate"));
            }
            prop_assert_eq!(parse(&text).is_some(), other.is_ok(), "{:?}", other);
        }
    }
}
