//! The decoder that puts the widget's wasm together from the streams it is packed in.
//!
//! In wasm, the number of an operator is next to its operand: a local variable, a constant, an address. Each kind of
//! number is similar to others of its kind and unlike its neighbours. So `xtask/src/pack/streams.rs` puts each kind in
//! a stream of its own, which makes the result of gzip a sixth smaller. The rest of a function becomes a stream of
//! tokens: sequences of operators that occur again and again. The decoder knows nothing about wasm: each token
//! specifies which bytes follow each other, and which stream each number comes from.
//!
//! The decoder is compiled as a wasm module of its own, which comes before the streams. A page waits for it at each
//! start, and its code runs once, in the browser's baseline compiler, which does not optimise. So it uses pointers and
//! not slices, whose checks would take more time than the work. It can only access its own memory, which contains
//! nothing but the streams and its output. The streams are as they were packed, because gzip has verified their
//! checksum.

#![allow(unsafe_code, reason = "see above")]

/// The number of streams. The first has the bytes before the functions, the last those after them.
pub const STREAMS: usize = 11;

/// The stream of the tokens of each function.
pub const TOKENS: usize = 1;

/// The token that ends a function.
pub const END: usize = 0;

/// The maximum number of tokens.
pub const MAX_TOKENS: usize = 1023;

/// A part of a token: a byte or, if negative, the stream of the next number.
pub type TokenPart = i16;

/// The number of bytes that nearly every function needs for its length.
const LENGTH: usize = 2;

/// Writes the wasm right behind the streams.
///
/// Numbers of 4 bytes come before the streams: the size of the wasm, the number of functions, the number of tokens, and
/// the length of each stream. The tokens come next: for each one, the number of its parts, then the parts, all as
/// numbers of 2 bytes.
///
/// # Safety
///
/// `packed` must point to `bytes` bytes that `xtask/src/pack/streams.rs` has packed. The memory behind them must have
/// room for the wasm, and nothing else must use it.
#[cfg_attr(target_arch = "wasm32", unsafe(no_mangle))]
pub unsafe extern "C" fn decode(packed: *mut u8, bytes: usize) {
    // Safe by the caller's guarantee: the code reads only the streams and writes only the wasm.
    unsafe {
        let mut to = packed.add(bytes);
        let numbers = packed.cast::<[u32; 3 + STREAMS]>();
        let [_, functions, count, lengths @ ..] = numbers.read_unaligned().map(|number| number as usize);

        // The parts of each token, behind their number.
        let mut tokens = [const { std::ptr::null::<TokenPart>() }; MAX_TOKENS];
        let mut from = numbers.add(1).cast::<TokenPart>().cast_const();
        for token in tokens.iter_mut().take(count) {
            let parts = from.read_unaligned();
            *token = from.add(1);
            from = from.add(1 + parts as usize);
        }

        let mut from = from.cast::<u8>();
        let mut streams = lengths.map(|length| {
            from = from.add(length);
            from.sub(length)
        });

        to = copy(streams[0], lengths[0], to);
        let mut token = streams[TOKENS];
        for _ in 0..functions {
            let begin = to.add(LENGTH);
            to = begin;
            loop {
                let mut number = usize::from(*token);
                token = token.add(1);
                if number > 127 {
                    number += (usize::from(*token) << 7) - 128;
                    token = token.add(1);
                }
                let mut part = *tokens.get_unchecked(number);
                for _ in 0..part.sub(1).read_unaligned() {
                    let kind = part.read_unaligned();
                    part = part.add(1);
                    if kind < 0 {
                        // The next number of a stream. A byte over 127 means that another byte belongs to the number.
                        let next = streams.get_unchecked_mut(usize::from(kind.unsigned_abs()));
                        loop {
                            let byte = **next;
                            *next = next.add(1);
                            *to = byte;
                            to = to.add(1);
                            if byte < 128 {
                                break;
                            }
                        }
                    } else {
                        *to = kind as u8;
                        to = to.add(1);
                    }
                }
                if number == END {
                    break;
                }
            }
            to = put_length_before(begin, to);
        }
        copy(streams[STREAMS - 1], lengths[STREAMS - 1], to);
    }
}

/// Copies bytes, and returns the end of the copy.
unsafe fn copy(from: *const u8, length: usize, to: *mut u8) -> *mut u8 {
    unsafe {
        to.copy_from(from, length);
        to.add(length)
    }
}

/// Writes the length of the bytes from `begin` to `end` before them. If it does not fit in the space left for it, the
/// bytes move.
unsafe fn put_length_before(begin: *mut u8, end: *mut u8) -> *mut u8 {
    unsafe {
        let length = end.offset_from_unsigned(begin);
        let mut to = begin.sub(LENGTH);
        let bytes = 1 + usize::from(length > 0x7f) + usize::from(length > 0x3fff) + usize::from(length > 0x1f_ffff);
        if bytes != LENGTH {
            to.add(bytes).copy_from(begin, length);
        }
        for at in 0..bytes {
            let more = if at + 1 < bytes { 128 } else { 0 };
            *to = (length >> (7 * at)) as u8 & 127 | more;
            to = to.add(1);
        }
        to.add(length)
    }
}
