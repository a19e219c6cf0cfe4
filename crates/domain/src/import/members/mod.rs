//! Lists with one row per member of a federation, as NHS organisations keep them: per practice, primary care network
//! (PCN), site or place. They are merged into one record per federation.
//!
//! Such a list has a column for members and one for federations, and the same federations come in many rows. The rows
//! show which columns are about federations: columns that differ from member to member are about members.

mod detection;
mod ended;
mod grouping;
mod member_row;
mod no_federation;
mod numbered_texts;
mod sample;
mod uncounted;

pub(super) use detection::{Candidate, Parts, detect, is_about_member};
pub(super) use grouping::Members;
pub(super) use sample::{SAMPLE, Sample};
