//! Puts the widget's wasm together from the rows that it travels in.
//!
//! In wasm an operator's number stands next to what it works on: a local variable, a constant, an address. Each of these
//! is like others of its kind and unlike its neighbours, so `xtask/src/pack/streams.rs` gives each kind a row of its own, which
//! gzip makes a sixth smaller. What is left of a function is a row of phrases: sequences of operators that are used again
//! and again. This puts them back to where they were. It knows no wasm: phrases say which bytes follow each other, and which
//! numbers come from which row.
//!
//! It is compiled as a wasm of its own, which travels in front of the rows. A page waits for it at each start, and its code
//! runs once, as browsers first compile it, which is badly. Hence addresses and no slices, whose checks would take more time
//! than the work. It can only reach its own memory, in which there is nothing but the rows and what it makes of them; and
//! the rows are as they were packed, or gzip's check sum would have said so.

#![allow(unsafe_code, reason = "see above")]

/// How many rows there are. The first is what stands before the functions, the last what stands behind them.
pub const STREAMS: usize = 11;

/// The row that says which phrases a function is made of.
pub const TOKENS: usize = 1;

/// The phrase that ends a function.
pub const END: usize = 0;

/// The most phrases that there can be.
pub const MAX_TOKENS: usize = 1023;

/// A piece of a phrase: a byte; or, below 0, the row that the next number comes from.
pub type TokenPart = i16;

/// The length of nearly every function takes so many bytes.
const LENGTH: usize = 2;

/// Puts the wasm together right behind the rows.
///
/// Before the rows stand numbers of 4 bytes: the size of the wasm, how many functions and phrases there are, and the length
/// of each row. Then come the phrases: how many pieces each has, and the pieces, numbers of 2 bytes.
///
/// # Safety
///
/// At `rows` is what `xtask/src/pack/streams.rs` has packed, of this many bytes. Behind it there is room for the wasm, which
/// nobody else knows of.
#[cfg_attr(target_arch = "wasm32", unsafe(no_mangle))]
pub unsafe extern "C" fn decode(rows: *mut u8, bytes: usize) {
    // Safe by what the caller promises: nothing but the rows is read, nothing but the wasm is written.
    unsafe {
        let mut to = rows.add(bytes);
        let numbers = rows.cast::<[u32; 3 + STREAMS]>();
        let [_, functions, count, lengths @ ..] = numbers.read_unaligned().map(|number| number as usize);

        // Where the pieces of each phrase begin, behind their number.
        let mut phrases = [const { std::ptr::null::<TokenPart>() }; MAX_TOKENS];
        let mut from = numbers.add(1).cast::<TokenPart>().cast_const();
        for phrase in phrases.iter_mut().take(count) {
            let pieces = from.read_unaligned();
            *phrase = from.add(1);
            from = from.add(1 + pieces as usize);
        }

        let mut from = from.cast::<u8>();
        let mut rows = lengths.map(|length| {
            from = from.add(length);
            from.sub(length)
        });

        to = copy(rows[0], lengths[0], to);
        let mut row = rows[TOKENS];
        for _ in 0..functions {
            let begin = to.add(LENGTH);
            to = begin;
            loop {
                let mut number = usize::from(*row);
                row = row.add(1);
                if number > 127 {
                    number += (usize::from(*row) << 7) - 128;
                    row = row.add(1);
                }
                let mut piece = *phrases.get_unchecked(number);
                for _ in 0..piece.sub(1).read_unaligned() {
                    let kind = piece.read_unaligned();
                    piece = piece.add(1);
                    if kind < 0 {
                        // The next number of a row: a byte over 127 says that another one belongs to it.
                        let next = rows.get_unchecked_mut(usize::from(kind.unsigned_abs()));
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
        copy(rows[STREAMS - 1], lengths[STREAMS - 1], to);
    }
}

/// Copies bytes, and returns the end of the copy.
unsafe fn copy(from: *const u8, length: usize, to: *mut u8) -> *mut u8 {
    unsafe {
        to.copy_from(from, length);
        to.add(length)
    }
}

/// Puts its length before what stands from `begin` to `end`. Where it does not take the room that was left for it, all moves.
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
