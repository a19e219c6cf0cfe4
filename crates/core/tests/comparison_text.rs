//! The text that a browser gets holds the whole catalogue.

mod project;

use gpf_core::comparison::{Catalogue, text};

use project::catalogue;

#[test]
fn the_catalogue_comes_back_from_its_text() {
    let all = catalogue();
    assert_eq!(text::read(&text::write(&all)), all);
}

#[test]
fn no_text_makes_the_reader_panic() {
    let whole = text::write(&catalogue());
    for cut in (0..whole.len()).step_by(997).filter(|&cut| whole.is_char_boundary(cut)) {
        let _ = text::read(&whole[..cut]);
        let _ = text::read(&whole[cut..]);
    }
    assert_eq!(text::read(""), Catalogue::default());
}
