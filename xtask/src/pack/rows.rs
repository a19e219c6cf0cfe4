//! The wasm, cut into rows of bytes of one kind, which gzip makes a sixth smaller; `crates/join` says how that works, and
//! puts them together again.
//!
//! The most common sequences of operators become one *phrase* each: there are half as many phrases as operators, so they
//! are put together sooner, and gzip finds yet more that is alike.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use gpf_join::{END, MOST_PHRASES, Piece, ROWS};
use wasmparser::{FunctionBody, Parser, Payload};

use crate::command::output;
use crate::project::Project;
use crate::setup::Toolbox;

/// What the numbers of a row are.
#[derive(Clone, Copy)]
enum Row {
    /// What stands before the functions.
    Before,
    /// Which phrases a function is made of.
    Phrases,
    /// How many local variables it has, and of which types.
    Declared,
    Local,
    Function,
    Label,
    Int,
    Long,
    /// Where something is read, from the address on the stack.
    Read,
    /// Where something is written.
    Written,
    /// What stands behind the functions.
    Behind,
}

const _: () = assert!(ROWS == Row::Behind as usize + 1 && gpf_join::PHRASES == Row::Phrases as usize);

/// What a function ends with: the operator `end`.
const LAST: u8 = 0x0b;

/// Cuts `wasm`, and makes phrases of the `sequences` most common sequences of operators. Returns what the loader
/// (`assets/element/rows.js`) reads: the joiner, and what that reads.
pub(crate) fn cut(joiner: &[u8], wasm: &[u8], sequences: usize) -> Result<Vec<u8>> {
    let rows = packed(wasm.len(), &cut_into_parts(wasm, sequences)?);
    Ok([&(joiner.len() as u32).to_le_bytes(), joiner, &rows].concat())
}

/// A wasm in rows.
struct Parts {
    functions: usize,
    /// The pieces of each phrase.
    phrases: Vec<Vec<Piece>>,
    rows: [Vec<u8>; ROWS],
}

/// As the joiner reads it.
fn packed(size: usize, parts: &Parts) -> Vec<u8> {
    let numbers = [size, parts.functions, parts.phrases.len()].into_iter().chain(parts.rows.iter().map(Vec::len));
    let mut packed: Vec<u8> = numbers.flat_map(|number| (number as u32).to_le_bytes()).collect();
    for pieces in &parts.phrases {
        packed.extend((pieces.len() as Piece).to_le_bytes());
        packed.extend(pieces.iter().flat_map(|piece| piece.to_le_bytes()));
    }
    packed.extend(parts.rows.iter().flatten());
    packed
}

fn cut_into_parts(wasm: &[u8], sequences: usize) -> Result<Parts> {
    let mut cutter = Cutter::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionStart { range, .. } => {
                let count = length_of_number(&wasm[range.start..]);
                cutter.row(Row::Before).extend(&wasm[..range.start + count]);
                cutter.row(Row::Behind).extend(&wasm[range.end..]);
            }
            Payload::CodeSectionEntry(body) => cutter.function(&body)?,
            _ => {}
        }
    }
    ensure!(!cutter.functions.is_empty(), "the wasm has no functions");
    for _ in 0..sequences {
        cutter.join_the_most_common();
    }
    cutter.finish()
}

/// How many bytes the number takes that `bytes` begin with.
fn length_of_number(bytes: &[u8]) -> usize {
    1 + bytes.iter().take_while(|&&byte| byte > 127).count()
}

/// The row of the numbers behind an operator, and how many of its bytes stay in the phrase. Numbers that are nearly always
/// the same ones (an alignment, a type) stay there.
fn row_of(operator: &[u8]) -> Option<(usize, Row)> {
    Some(match *operator {
        [0x20..=0x22, ..] => (1, Row::Local),
        [0x10, ..] => (1, Row::Function),
        [0x0c | 0x0d, ..] => (1, Row::Label),
        // A table of labels, after their number.
        [0x0e, ref rest @ ..] => (1 + length_of_number(rest), Row::Label),
        [0x41, ..] => (1, Row::Int),
        [0x42, ..] => (1, Row::Long),
        [0x28..=0x35, ..] => (2, Row::Read),
        [0x36..=0x3e, ..] => (2, Row::Written),
        // The same for 16 bytes at once.
        [0xfd, 0x00, ..] => (3, Row::Read),
        [0xfd, 0x0b, ..] => (3, Row::Written),
        _ => return None,
    })
}

struct Cutter {
    rows: [Vec<u8>; ROWS],
    /// The pieces of each.
    phrases: Vec<Vec<Piece>>,
    /// The number of each phrase that is one operator.
    numbers: HashMap<Vec<Piece>, usize>,
    /// The phrases of each function, without the last one.
    functions: Vec<Vec<usize>>,
}

impl Cutter {
    fn new() -> Self {
        let phrases = vec![vec![LAST.into()]];
        Self { rows: Default::default(), phrases, numbers: HashMap::new(), functions: Vec::new() }
    }

    fn row(&mut self, row: Row) -> &mut Vec<u8> {
        &mut self.rows[row as usize]
    }

    fn function(&mut self, body: &FunctionBody<'_>) -> Result<()> {
        let mut operators = body.get_operators_reader()?;
        let (begin, bytes) = (body.range().start, body.as_bytes());
        let mut at = operators.original_position() - begin;
        let declared = self.phrase(&bytes[..at], Some((length_of_number(bytes), Row::Declared)));
        let mut function = vec![declared];
        while !operators.eof() {
            operators.read()?;
            let operator = &bytes[at..operators.original_position() - begin];
            function.push(self.phrase(operator, row_of(operator)));
            at += operator.len();
        }
        function.pop().context("a function without an end")?;
        self.functions.push(function);
        Ok(())
    }

    /// The number of the phrase for an operator, whose own numbers go into their row.
    fn phrase(&mut self, operator: &[u8], row: Option<(usize, Row)>) -> usize {
        // Without numbers, it doesn't matter which row they would be in.
        let (kept, row) = row.unwrap_or((operator.len(), Row::Local));
        let (kept, numbers) = operator.split_at(kept);
        self.row(row).extend(numbers);
        let count = numbers.iter().filter(|&&byte| byte < 128).count();
        let mut pieces: Vec<Piece> = kept.iter().map(|&byte| byte.into()).collect();
        pieces.resize(kept.len() + count, -(row as Piece));
        let new = self.phrases.len();
        let number = *self.numbers.entry(pieces.clone()).or_insert(new);
        if number == new {
            self.phrases.push(pieces);
        }
        number
    }

    /// Makes one phrase of the two that follow each other most often.
    fn join_the_most_common(&mut self) {
        let new = self.phrases.len();
        let mut counts = vec![0_u32; new * new];
        for function in &self.functions {
            for pair in function.windows(2) {
                counts[pair[0] * new + pair[1]] += 1;
            }
        }
        let Some((pair, _)) = counts.iter().enumerate().max_by_key(|&(pair, count)| (count, Reverse(pair))) else {
            return;
        };
        let (first, second) = (pair / new, pair % new);
        self.phrases.push([&*self.phrases[first], &self.phrases[second]].concat());
        for function in &mut self.functions {
            let mut from = std::mem::take(function).into_iter().peekable();
            while let Some(phrase) = from.next() {
                let both = phrase == first && from.next_if_eq(&second).is_some();
                function.push(if both { new } else { phrase });
            }
        }
    }

    /// Numbers the phrases again, common ones first: the first 128 take one byte.
    fn finish(mut self) -> Result<Parts> {
        let mut counts = vec![0_u32; self.phrases.len()];
        self.functions.iter().flatten().for_each(|&phrase| counts[phrase] += 1);
        let mut order: Vec<usize> = (END + 1..counts.len()).filter(|&phrase| counts[phrase] > 0).collect();
        order.sort_by_key(|&phrase| Reverse(counts[phrase]));
        order.insert(END, END);
        let mut numbers = counts;
        for (number, &phrase) in (0..).zip(&order) {
            numbers[phrase] = number;
        }
        let functions = std::mem::take(&mut self.functions);
        let row = self.row(Row::Phrases);
        for phrase in functions.iter().flat_map(|function| function.iter().chain(&[END])) {
            let number = numbers[*phrase];
            if number < 128 {
                row.push(number as u8);
            } else {
                row.extend([number as u8 | 128, (number >> 7) as u8]);
            }
        }
        ensure!(order.len() <= MOST_PHRASES, "{} phrases are more than the joiner takes", order.len());
        Ok(Parts {
            functions: functions.len(),
            phrases: order.into_iter().map(|phrase| std::mem::take(&mut self.phrases[phrase])).collect(),
            rows: self.rows,
        })
    }
}

/// Has the loader's own module join what is packed in a file, and fails unless `wasm` comes out.
pub(crate) fn prove(project: &Project, toolbox: &Toolbox, file: &Path, wasm: &[u8]) -> Result<()> {
    const JOIN: &str = "
import { readFileSync } from 'node:fs';
import { join } from './assets/element/rows.js';
process.stdout.write(join(readFileSync(process.argv[1])));
";
    let mut node = toolbox.command("node");
    node.args(["--no-warnings", "--input-type=module", "--eval", JOIN]).arg(file).current_dir(project.root());
    let joined = output(&mut node)?;
    ensure!(joined == wasm, "the loader makes another wasm of the rows: see xtask/src/pack/rows.rs");
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::pack::wasm::joiner;

    /// Two functions: a table of labels, a constant of two bytes, memory of 16 bytes, a call, variables of two types.
    const WASM: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x03\x03\x02\0\0\
        \x05\x03\x01\0\x01\
        \x0a\x3d\x02\
        \x1d\x02\x02\x7f\x01\x7e\x02\x40\x02\x40\x20\0\x0e\x02\0\x01\x01\x0b\x0b\x41\x80\x01\x20\0\x28\x02\x04\x6a\x1a\x0b\
        \x1d\0\x41\0\x41\0\xfd\0\x04\x10\xfd\x0b\x04\x20\x41\0\x41\0\x28\x02\x04\x36\x02\x08\x10\0\x01\x01\x01\x0b\
        \0\x02\x01\x21";

    /// Functions of 2, 127, 128, 16,383 and 16,384 bytes: their lengths take one byte to three.
    fn long_functions() -> Vec<u8> {
        let number = |it: usize| match it {
            0..=0x7f => vec![it as u8],
            0x80..=0x3fff => vec![it as u8 | 128, (it >> 7) as u8],
            _ => vec![it as u8 | 128, (it >> 7) as u8 | 128, (it >> 14) as u8],
        };
        let mut code = number(5);
        for length in [2, 127, 128, 16_383, 16_384] {
            code.extend(number(length));
            code.push(0);
            code.resize(code.len() + length - 2, 0x01);
            code.push(LAST);
        }
        let before = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x06\x05\0\0\0\0\0\x0a";
        [before, &*number(code.len()), &code].concat()
    }

    #[test]
    fn what_is_cut_is_joined_again() {
        let (project, toolbox) = (Project::locate().unwrap(), Toolbox::default());
        let joiner = joiner(&project, &toolbox).unwrap();
        let file = std::env::temp_dir().join(format!("gpf-cut-{}.rows", std::process::id()));
        for wasm in [WASM, &long_functions()] {
            for sequences in [0, 1, 5, 40] {
                fs::write(&file, cut(&joiner, wasm, sequences).unwrap()).unwrap();
                prove(&project, &toolbox, &file, wasm).unwrap();
                // And not because anything does.
                assert!(prove(&project, &toolbox, &file, &wasm[1..]).is_err());
            }
        }
        fs::remove_file(file).unwrap();
    }

    #[test]
    fn each_kind_has_a_row() {
        let Parts { rows, phrases, .. } = cut_into_parts(WASM, 0).unwrap();
        let row = |row: Row| &*rows[row as usize];
        assert_eq!(row(Row::Declared), b"\x02\x7f\x01\x7e");
        assert_eq!(row(Row::Int), b"\x80\x01\0\0\0\0");
        assert_eq!(row(Row::Label), b"\0\x01\x01");
        assert_eq!(row(Row::Read), b"\x04\x10\x04");
        assert_eq!(row(Row::Written), b"\x20\x08");
        assert_eq!(row(Row::Local), b"\0\0");
        assert_eq!(row(Row::Function), b"\0");
        assert_eq!(row(Row::Behind), b"\0\x02\x01\x21");
        assert_eq!(phrases[END], [0x0b]);
    }

    #[test]
    fn what_is_no_wasm_is_refused() {
        assert!(cut(b"", b"not wasm", 0).is_err());
        assert!(cut(b"", b"\0asm\x01\0\0\0", 0).is_err());
    }
}
