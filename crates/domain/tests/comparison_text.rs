//! Tests that the text for browsers contains the whole catalogue.

use gpf_domain::comparison::{Catalogue, wire};

use crate::project::catalogue;

#[test]
fn encoded_catalogue_round_trips() {
    let all = catalogue();
    assert_eq!(wire::decode(&wire::encode(&all)), all);
}

#[test]
fn decoding_a_truncated_text_does_not_panic() {
    let whole = wire::encode(&catalogue());
    for cut in (0..whole.len()).step_by(997).filter(|&cut| whole.is_char_boundary(cut)) {
        let _ = wire::decode(&whole[..cut]);
        let _ = wire::decode(&whole[cut..]);
    }
    assert_eq!(wire::decode(""), Catalogue::default());
}
