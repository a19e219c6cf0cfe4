//! Licence expressions: `(MIT OR Apache-2.0) AND Unicode-3.0`.

use anyhow::{Result, bail, ensure};

/// Whether the licences for which `is_allowed` returns true satisfy the expression. Older crates write `MIT/Apache-2.0`
/// for "or".
pub(crate) fn is_satisfied(expression: &str, is_allowed: &dyn Fn(&str) -> bool) -> Result<bool> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut parser = Parser { words: &words, is_allowed };
    let result = parser.any();
    match result {
        Ok(result) if parser.words.is_empty() => Ok(result),
        Ok(_) | Err(_) => bail!("\"{expression}\" is not an SPDX expression"),
    }
}

struct Parser<'a> {
    words: &'a [&'a str],
    is_allowed: &'a dyn Fn(&str) -> bool,
}

impl<'a> Parser<'a> {
    fn any(&mut self) -> Result<bool> {
        let mut result = self.every()?;
        while self.take("OR") {
            result |= self.every()?;
        }
        Ok(result)
    }

    fn every(&mut self) -> Result<bool> {
        let mut result = self.one()?;
        while self.take("AND") {
            result &= self.one()?;
        }
        Ok(result)
    }

    fn one(&mut self) -> Result<bool> {
        if self.take("(") {
            let result = self.any()?;
            ensure!(self.take(")"), "a bracket is open");
            return Ok(result);
        }
        let licence = self.word()?;
        if self.take("WITH") {
            let exception = self.word()?;
            return Ok((self.is_allowed)(&format!("{licence} WITH {exception}")));
        }
        Ok((self.is_allowed)(licence))
    }

    fn take(&mut self, word: &str) -> bool {
        let is_next = self.words.first() == Some(&word);
        if is_next {
            self.words = &self.words[1..];
        }
        is_next
    }

    fn word(&mut self) -> Result<&'a str> {
        match self.words {
            [word, rest @ ..] if !["AND", "OR", "WITH", "(", ")"].contains(word) => {
                self.words = rest;
                Ok(word)
            }
            _ => bail!("a licence is missing"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(allowed: &[&str], expression: &str) -> bool {
        is_satisfied(expression, &|licence| allowed.contains(&licence)).unwrap()
    }

    #[test]
    fn one_of_or_is_enough_and_all_of_and_are_needed() {
        assert!(with(&["MIT"], "MIT OR GPL-3.0-only"));
        assert!(with(&["MIT"], "GPL-3.0-only/MIT"));
        assert!(!with(&["MIT"], "MIT AND Unicode-3.0"));
        assert!(!with(&["MIT"], "(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(with(&["MIT", "Unicode-3.0"], "(MIT OR Apache-2.0) AND Unicode-3.0"));
        // AND has a higher precedence than OR.
        assert!(with(&["MIT"], "MIT OR Apache-2.0 AND Unicode-3.0"));
    }

    #[test]
    fn an_exception_is_part_of_the_licence() {
        assert!(!with(&["Apache-2.0"], "Apache-2.0 WITH LLVM-exception"));
        assert!(with(&["Apache-2.0 WITH LLVM-exception"], "Apache-2.0 WITH LLVM-exception"));
    }

    #[test]
    fn what_is_no_expression_is_quoted() {
        for wrong in ["", "MIT OR", "(MIT", "MIT Apache-2.0", "AND", "MIT)"] {
            let error = is_satisfied(wrong, &|_| true).unwrap_err().to_string();
            assert_eq!(error, format!("\"{wrong}\" is not an SPDX expression"));
        }
    }
}
