//! Whether a list has a row per member, by its headings and its first rows.

use std::borrow::Cow;

use super::sample::{SAMPLE, Sample};
use crate::directory::column::Column;
use crate::directory::csv_reader::CsvReader;
use crate::import::header::Header;
use crate::import::heading::{self, NameColumn, folded_heading, might_be_of_federation};
use crate::import::report::MemberKind;
use crate::strings::{self, has_word};

/// The columns about members in such a list, by their positions in the header or as keys.
#[derive(Clone, Copy)]
pub(in crate::import) struct Parts {
    pub(super) kind: MemberKind,
    pub(in crate::import) name: usize,
    pub(in crate::import) code: Option<usize>,
    pub(in crate::import) network: Option<usize>,
    pub(super) postcode: Option<usize>,
    /// Whether only the first row of each federation has its name, for example because cells were merged.
    pub(in crate::import) is_merged: bool,
}

/// The meaning of a heading about members.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MemberPart {
    Practice,
    PracticeCode,
    Network,
    NetworkCode,
    Site,
    Place,
}

/// What a heading says.
#[derive(Default)]
struct HeadingReading {
    part: Option<MemberPart>,
    column: Option<Column>,
    is_name: bool,
    is_of_federation: bool,
    /// Whether it might be one of federations, as `Current federation` is.
    might_be_of_federation: bool,
}

/// The first of these headings that `is_it` accepts.
fn position(readings: &[HeadingReading], is_it: &dyn Fn(&HeadingReading) -> bool) -> Option<usize> {
    readings.iter().position(is_it)
}

/// Whether the heading is known as one about members.
pub(in crate::import) fn is_about_member(heading: &str) -> bool {
    part(heading).is_some()
}

fn part(heading: &str) -> Option<MemberPart> {
    const NAMES: &str = " practice practicename gppractice gppracticename surgery surgeryname gpsurgery gpsurgeryname \
        nameofpractice nameofgppractice nameofsurgery nameofgpsurgery memberpractice memberpracticename practicetitle \
        generalpractice generalpracticename medicalpractice medicalpracticename pracname ";
    const CODES: &str = " practicecode practiceodscode odspracticecode gppracticecode gppracticeodscode gpcode surgerycode \
        surgeryodscode practiceods practiceid practicenumber odscodeofpractice nationalpracticecode memberpracticecode \
        memberpracticeodscode ";
    const NETWORKS: &str = " pcn pcnname nameofpcn primarycarenetwork primarycarenetworkname nameofprimarycarenetwork ";
    const NETWORK_CODES: &str = " pcncode pcnodscode primarycarenetworkcode primarycarenetworkodscode ";
    const SITES: &str = " site sitename nameofsite hub hubname branch branchname clinic clinicname ";
    let part_of = |words: &str| {
        let letters: String = words.split(' ').collect();
        let parts = [
            (NAMES, MemberPart::Practice),
            (CODES, MemberPart::PracticeCode),
            (NETWORKS, MemberPart::Network),
            (NETWORK_CODES, MemberPart::NetworkCode),
            (SITES, MemberPart::Site),
        ];
        parts.iter().find(|(list, _)| has_word(list, &letters)).map(|&(_, part)| part)
    };
    // `Practice` on one line and `code` on the next is not `Practice`, and nor is the table's name that Power BI adds.
    let heading = heading::column_of_table(heading).unwrap_or(heading);
    let text = folded_heading(heading);
    for part in
        [heading, heading.split(['(', '[']).next().unwrap_or_default(), heading.lines().next().unwrap_or_default()]
    {
        let words = if part.len() == heading.len() { Cow::Borrowed(&*text) } else { Cow::Owned(folded_heading(part)) };
        // `Practice2` is one of several columns.
        let is_numbered = words.ends_with(|c: char| c.is_ascii_digit());
        let extra = if is_numbered { None } else { part_of(heading::without_extras(&words)) };
        if let Some(found) = part_of(&words).or(extra) {
            return Some(found);
        }
    }
    None
}

/// Detects whether the table with this start has a row per member. If so, sets the column of names in `header` to the
/// one of the federations.
pub(in crate::import) fn detect(head: &str, separator: u8, header: &mut Header) -> Option<Parts> {
    for candidate in Candidate::all(&header.headings, header.name) {
        let mut sample = Sample::default();
        let (mut sheet, mut rest) = (CsvReader::forgiving(separator), head);
        while let Some(row) = sheet.next_row(&mut rest).filter(|row| row.number < header.row + SAMPLE) {
            if row.number >= header.row + header.rows {
                sample.add_row(candidate.columns().map(|column| column.map_or("", |column| row.cell(column))));
            }
        }
        if let Some(parts) = candidate.evaluate(&sample) {
            header.name = candidate.federation;
            return Some(parts);
        }
    }
    None
}

/// The columns that might be about members of one kind, by their headings.
pub(in crate::import) struct Candidate {
    /// The column of the federations' names.
    pub(in crate::import) federation: usize,
    parts: Parts,
    /// Whether the headings alone show that there are members, and whether they also show that there are federations.
    is_known: bool,
    is_sure: bool,
    /// Whether there is a heading of federations beside a plain one of names.
    is_beside: bool,
    /// Whether the code can be any number of the rows.
    is_any_code: bool,
}

impl Candidate {
    /// The candidates for a list with these headings, the most likely first. `name` is the column of names if this is not a
    /// list of members.
    pub(in crate::import) fn all(headings: &[String], name: usize) -> Vec<Self> {
        let mut readings = Vec::with_capacity(headings.len());
        for heading in headings {
            let column = heading::read(heading).map(|known| known.meaning.column());
            let is_name = NameColumn::of(heading).is_some();
            let words = if is_name || column.is_none() { folded_heading(heading) } else { String::new() };
            let is_of_federation =
                is_name && (strings::contains(&words, "federation") || words.split(' ').any(|word| word == "fed"));
            let might_be_of_federation = column.is_none() && might_be_of_federation(&words);
            let is_place = matches!(column, Some(Column::Place | Column::Covers));
            let part = part(heading).or(is_place.then_some(MemberPart::Place));
            readings.push(HeadingReading { part, column, is_name, is_of_federation, might_be_of_federation });
        }
        let is_named = readings.get(name).is_some_and(|reading| reading.is_of_federation);
        let other = position(&readings, &|reading| reading.is_of_federation)
            .or_else(|| position(&readings, &|reading| reading.might_be_of_federation))
            .filter(|_| !is_named);
        let (federation, is_federation) = (other.unwrap_or(name), is_named || other.is_some());
        if let Some(reading) = readings.get_mut(federation).filter(|_| is_federation) {
            *reading = HeadingReading::default();
        }
        let mut candidates = Vec::new();
        for kind in MemberKind::ALL {
            candidates.extend(Self::of(kind, &readings, federation, is_federation));
        }
        candidates
    }

    /// `None` if no column can be about members of this kind.
    fn of(kind: MemberKind, readings: &[HeadingReading], federation: usize, is_federation: bool) -> Option<Self> {
        let with_part = |wanted: MemberPart| position(readings, &|reading| reading.part == Some(wanted));
        let with_column = |wanted: Column| position(readings, &|reading| reading.column == Some(wanted));
        let is_practice = kind == MemberKind::Practice;
        let (part, code_part) = match kind {
            MemberKind::Practice => (MemberPart::Practice, Some(MemberPart::PracticeCode)),
            MemberKind::Pcn => (MemberPart::Network, Some(MemberPart::NetworkCode)),
            MemberKind::Site => (MemberPart::Site, None),
            MemberKind::Place => (MemberPart::Place, None),
        };
        let mut named = with_part(part);
        let mut network = None;
        if is_practice {
            named = named.or_else(|| with_column(Column::MemberPractices));
            network = with_part(MemberPart::Network).or_else(|| with_part(MemberPart::NetworkCode));
        }
        let own_code = code_part.and_then(with_part);
        let (mut name, mut is_beside) = (named, false);
        if is_practice && is_federation && name.is_none() {
            // `Name` beside `Federation`.
            name = position(readings, &|reading| reading.is_name);
            is_beside = name.is_some();
        }
        let name = name.or(own_code)?;
        let sure_code = own_code.or_else(|| with_column(Column::OdsCode));
        let code = sure_code.or_else(|| with_column(Column::Id)).filter(|&code| code != name);
        // Two members with the same name are 2 practices or sites if their postcodes differ.
        let postcode = with_column(Column::Postcodes).filter(|_| is_practice || kind == MemberKind::Site);
        Some(Self {
            federation,
            parts: Parts { kind, name, code, network, postcode, is_merged: false },
            is_known: named.is_some() || own_code.is_some() || network.is_some(),
            // Two federations with the same name can be in 2 places.
            is_sure: kind != MemberKind::Place && is_federation && (named.is_some() || own_code == Some(name)),
            is_beside,
            is_any_code: sure_code.is_none(),
        })
    }

    /// The columns for [`Sample`].
    pub(in crate::import) fn columns(&self) -> [Option<usize>; 3] {
        [Some(self.federation), Some(self.parts.name), self.parts.code]
    }

    /// The columns about members, if the first rows are about members.
    pub(in crate::import) fn evaluate(&self, sample: &Sample) -> Option<Parts> {
        let are_practices = sample.practices * 2 > sample.rows;
        let is_known = self.is_known || are_practices;
        let is_merged = (self.is_sure || self.is_beside && are_practices) && sample.is_merged();
        let is_list = sample.is_list(self.is_sure) && (self.parts.kind != MemberKind::Place || sample.others > 1);
        if !is_known || !(is_merged || is_list) {
            return None;
        }
        let is_code =
            sample.other_codes > sample.same_codes && !(self.is_any_code && sample.odd_codes * 2 > sample.rows);
        let is_code = is_code || is_merged && !self.is_any_code;
        Some(Parts { code: self.parts.code.filter(|_| is_code), is_merged, ..self.parts })
    }
}
