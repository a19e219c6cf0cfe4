//! Tests that the text for browsers contains the whole catalogue.

use gpf_domain::comparison::{Catalogue, wire};

use crate::project::catalogue;

#[test]
fn the_catalogue_comes_back_from_its_text() {
    let all = catalogue();
    assert_eq!(wire::decode(&wire::encode(&all)), all);
}

#[test]
fn no_text_makes_the_reader_panic() {
    let whole = wire::encode(&catalogue());
    for cut in (0..whole.len()).step_by(997).filter(|&cut| whole.is_char_boundary(cut)) {
        let _ = wire::decode(&whole[..cut]);
        let _ = wire::decode(&whole[cut..]);
    }
    assert_eq!(wire::decode(""), Catalogue::default());
}
