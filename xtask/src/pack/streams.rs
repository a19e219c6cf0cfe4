//! The encoder of the wasm: it puts similar bytes into streams, which makes the gzip a sixth smaller.
//! `crates/wasm-codec` explains the format, and decodes the streams.
//!
//! The most common sequences of operators become one *token* each. There are half as many tokens as operators, so
//! decoding is faster, and gzip finds more repetitions.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use gpf_wasm_codec::{END, MAX_TOKENS, STREAMS, TokenPart};
use wasmparser::{FunctionBody, Parser, Payload};

use crate::command::output;
use crate::project::Project;
use crate::toolbox::Toolbox;

/// The streams, by the kind of their numbers.
#[derive(Clone, Copy)]
enum Stream {
    /// The part before the functions.
    Before,
    /// The tokens of a function.
    Tokens,
    /// The number and types of its local variables.
    Declared,
    Local,
    Function,
    Label,
    Int,
    Long,
    /// The offset of a load, from the address on the stack.
    Read,
    /// The offset of a store.
    Written,
    /// The part after the functions.
    Behind,
}

const _: () = assert!(STREAMS == Stream::Behind as usize + 1 && gpf_wasm_codec::TOKENS == Stream::Tokens as usize);

/// The last operator of a function: `end`.
const LAST: u8 = 0x0b;

/// Encodes `wasm`, and makes tokens of the `sequences` most common sequences of operators. Returns the input of the
/// loader (`assets/loader/wasm-codec.js`): the decoder, and the decoder's input.
pub(crate) fn encode(decoder: &[u8], wasm: &[u8], sequences: usize) -> Result<Vec<u8>> {
    let packed = packed(wasm.len(), &encode_parts(wasm, sequences)?);
    Ok([&(decoder.len() as u32).to_le_bytes(), decoder, &packed].concat())
}

/// A wasm in streams.
struct Encoded {
    functions: usize,
    /// The parts of each token.
    tokens: Vec<Vec<TokenPart>>,
    streams: [Vec<u8>; STREAMS],
}

/// The format that the decoder reads.
fn packed(size: usize, encoded: &Encoded) -> Vec<u8> {
    let numbers =
        [size, encoded.functions, encoded.tokens.len()].into_iter().chain(encoded.streams.iter().map(Vec::len));
    let mut packed: Vec<u8> = numbers.flat_map(|number| (number as u32).to_le_bytes()).collect();
    for parts in &encoded.tokens {
        packed.extend((parts.len() as TokenPart).to_le_bytes());
        packed.extend(parts.iter().flat_map(|part| part.to_le_bytes()));
    }
    packed.extend(encoded.streams.iter().flatten());
    packed
}

fn encode_parts(wasm: &[u8], sequences: usize) -> Result<Encoded> {
    let mut encoder = Encoder::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionStart { range, .. } => {
                let count = length_of_number(&wasm[range.start..]);
                encoder.stream(Stream::Before).extend(&wasm[..range.start + count]);
                encoder.stream(Stream::Behind).extend(&wasm[range.end..]);
            }
            Payload::CodeSectionEntry(body) => encoder.function(&body)?,
            _ => {}
        }
    }
    ensure!(!encoder.functions.is_empty(), "the wasm has no functions");
    for _ in 0..sequences {
        encoder.merge_most_frequent_pair();
    }
    encoder.finish()
}

/// The length in bytes of the number at the beginning of `bytes`.
fn length_of_number(bytes: &[u8]) -> usize {
    1 + bytes.iter().take_while(|&&byte| byte > 127).count()
}

/// The stream for an operator's numbers, and how many of its bytes stay in the token. Numbers that are nearly always the
/// same (an alignment, a type) stay there.
fn stream_of(operator: &[u8]) -> Option<(usize, Stream)> {
    Some(match *operator {
        [0x20..=0x22, ..] => (1, Stream::Local),
        [0x10, ..] => (1, Stream::Function),
        [0x0c | 0x0d, ..] => (1, Stream::Label),
        // A table of labels, after its length.
        [0x0e, ref rest @ ..] => (1 + length_of_number(rest), Stream::Label),
        [0x41, ..] => (1, Stream::Int),
        [0x42, ..] => (1, Stream::Long),
        [0x28..=0x35, ..] => (2, Stream::Read),
        [0x36..=0x3e, ..] => (2, Stream::Written),
        // The same for 16 bytes at a time.
        [0xfd, 0x00, ..] => (3, Stream::Read),
        [0xfd, 0x0b, ..] => (3, Stream::Written),
        _ => return None,
    })
}

struct Encoder {
    streams: [Vec<u8>; STREAMS],
    /// The parts of each token.
    tokens: Vec<Vec<TokenPart>>,
    /// The number of each token that is a single operator.
    numbers: HashMap<Vec<TokenPart>, usize>,
    /// The tokens of each function, without the last one.
    functions: Vec<Vec<usize>>,
}

impl Encoder {
    fn new() -> Self {
        let tokens = vec![vec![LAST.into()]];
        Self { streams: Default::default(), tokens, numbers: HashMap::new(), functions: Vec::new() }
    }

    fn stream(&mut self, stream: Stream) -> &mut Vec<u8> {
        &mut self.streams[stream as usize]
    }

    fn function(&mut self, body: &FunctionBody<'_>) -> Result<()> {
        let mut operators = body.get_operators_reader()?;
        let (begin, bytes) = (body.range().start, body.as_bytes());
        let mut at = operators.original_position() - begin;
        let declared = self.token(&bytes[..at], Some((length_of_number(bytes), Stream::Declared)));
        let mut function = vec![declared];
        while !operators.eof() {
            operators.read()?;
            let operator = &bytes[at..operators.original_position() - begin];
            function.push(self.token(operator, stream_of(operator)));
            at += operator.len();
        }
        function.pop().context("a function without an end")?;
        self.functions.push(function);
        Ok(())
    }

    /// The number of the token for an operator, whose own numbers are added to their stream.
    fn token(&mut self, operator: &[u8], stream: Option<(usize, Stream)>) -> usize {
        // Without numbers, the choice of the stream does not matter.
        let (kept, stream) = stream.unwrap_or((operator.len(), Stream::Local));
        let (kept, numbers) = operator.split_at(kept);
        self.stream(stream).extend(numbers);
        let count = numbers.iter().filter(|&&byte| byte < 128).count();
        let mut parts: Vec<TokenPart> = kept.iter().map(|&byte| byte.into()).collect();
        parts.resize(kept.len() + count, -(stream as TokenPart));
        let new = self.tokens.len();
        let number = *self.numbers.entry(parts.clone()).or_insert(new);
        if number == new {
            self.tokens.push(parts);
        }
        number
    }

    /// Merges the most frequent pair of adjacent tokens into one.
    fn merge_most_frequent_pair(&mut self) {
        let new = self.tokens.len();
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
        self.tokens.push([&*self.tokens[first], &self.tokens[second]].concat());
        for function in &mut self.functions {
            let mut from = std::mem::take(function).into_iter().peekable();
            while let Some(token) = from.next() {
                let both = token == first && from.next_if_eq(&second).is_some();
                function.push(if both { new } else { token });
            }
        }
    }

    /// Renumbers the tokens, common ones first, because the first 128 take one byte.
    fn finish(mut self) -> Result<Encoded> {
        let mut counts = vec![0_u32; self.tokens.len()];
        self.functions.iter().flatten().for_each(|&token| counts[token] += 1);
        let mut order: Vec<usize> = (END + 1..counts.len()).filter(|&token| counts[token] > 0).collect();
        order.sort_by_key(|&token| Reverse(counts[token]));
        order.insert(END, END);
        let mut numbers = counts;
        for (number, &token) in (0..).zip(&order) {
            numbers[token] = number;
        }
        let functions = std::mem::take(&mut self.functions);
        let stream = self.stream(Stream::Tokens);
        for token in functions.iter().flat_map(|function| function.iter().chain(&[END])) {
            let number = numbers[*token];
            if number < 128 {
                stream.push(number as u8);
            } else {
                stream.extend([number as u8 | 128, (number >> 7) as u8]);
            }
        }
        ensure!(order.len() <= MAX_TOKENS, "{} tokens are more than the decoder takes", order.len());
        Ok(Encoded {
            functions: functions.len(),
            tokens: order.into_iter().map(|token| std::mem::take(&mut self.tokens[token])).collect(),
            streams: self.streams,
        })
    }
}

/// Decodes a packed file with the loader's own module, and fails unless the result equals `wasm`.
pub(crate) fn verify_round_trip(project: &Project, toolbox: &Toolbox, file: &Path, wasm: &[u8]) -> Result<()> {
    const DECODE: &str = "
import { readFileSync } from 'node:fs';
import { decode } from './assets/loader/wasm-codec.js';
process.stdout.write(decode(readFileSync(process.argv[1])));
";
    let mut node = toolbox.command("node");
    node.args(["--no-warnings", "--input-type=module", "--eval", DECODE]).arg(file).current_dir(project.root());
    let decoded = output(&mut node)?;
    ensure!(decoded == wasm, "the loader makes another wasm of the streams: see xtask/src/pack/streams.rs");
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::pack::wasm::decoder;

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
    fn encoded_wasm_round_trips() {
        let (project, toolbox) = (Project::locate().unwrap(), Toolbox::default());
        let decoder = decoder(&project, &toolbox).unwrap();
        let file = std::env::temp_dir().join(format!("gpf-encoded-{}.streams", std::process::id()));
        for wasm in [WASM, &long_functions()] {
            for sequences in [0, 1, 5, 40] {
                fs::write(&file, encode(&decoder, wasm, sequences).unwrap()).unwrap();
                verify_round_trip(&project, &toolbox, &file, wasm).unwrap();
                // The check fails for other bytes.
                assert!(verify_round_trip(&project, &toolbox, &file, &wasm[1..]).is_err());
            }
        }
        fs::remove_file(file).unwrap();
    }

    #[test]
    fn each_kind_of_value_has_a_stream() {
        let Encoded { streams, tokens, .. } = encode_parts(WASM, 0).unwrap();
        let stream = |stream: Stream| &*streams[stream as usize];
        assert_eq!(stream(Stream::Declared), b"\x02\x7f\x01\x7e");
        assert_eq!(stream(Stream::Int), b"\x80\x01\0\0\0\0");
        assert_eq!(stream(Stream::Label), b"\0\x01\x01");
        assert_eq!(stream(Stream::Read), b"\x04\x10\x04");
        assert_eq!(stream(Stream::Written), b"\x20\x08");
        assert_eq!(stream(Stream::Local), b"\0\0");
        assert_eq!(stream(Stream::Function), b"\0");
        assert_eq!(stream(Stream::Behind), b"\0\x02\x01\x21");
        assert_eq!(tokens[END], [0x0b]);
    }

    #[test]
    fn non_wasm_input_is_rejected() {
        assert!(encode(b"", b"not wasm", 0).is_err());
        assert!(encode(b"", b"\0asm\x01\0\0\0", 0).is_err());
    }
}
