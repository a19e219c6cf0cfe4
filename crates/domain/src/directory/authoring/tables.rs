//! The tables of federations, sources and integrated care boards that authors edit.

use crate::directory::checks::{Exactness, degrees, has_icb_words, is_date, is_kebab_case};
use crate::directory::column_map::ColumnMap;
use crate::directory::csv_reader::CsvReader;
use crate::directory::diagnostic::Diagnostics;
use crate::directory::messages::{self, Message};
use crate::directory::{Entries, Region, Source, source};
use crate::lat_lon::LatLon;
use crate::strings::strip_bom;

/// An author's data about a federation, apart from the evidence.
pub(super) struct FederationEntry {
    pub(super) row: u32,
    pub(super) id: String,
    pub(super) name: String,
    /// Whether it is in the list of Wikipedia's article.
    pub(super) listed: bool,
    pub(super) place: String,
    pub(super) covers: String,
    pub(super) regions: String,
    pub(super) icb: String,
    pub(super) icb_2022: String,
    pub(super) postcode_areas: String,
    pub(super) longitude: String,
    pub(super) latitude: String,
    pub(super) notes: String,
    pub(super) checked_on: String,
}

/// A page or document that facts come from.
pub(super) struct SourceRow {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) publisher: String,
    pub(super) date: String,
    pub(super) url: String,
    pub(super) kind: SourceKind,
    pub(super) checked_on: String,
}

impl SourceRow {
    /// The source in the format of the directory.
    pub(super) fn to_source(&self) -> Source {
        Source::of([&self.id, &self.title, &self.publisher, &self.date, &self.url, &self.checked_on])
    }
}

/// The kind of a source. Of facts with the same date, those of a federation's own website and of a regulator come
/// first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SourceKind {
    OwnSite,
    Regulator,
    Nhs,
    Council,
    PracticeSite,
    Research,
    Press,
    /// One of the original documents, which the guide lists as further reading.
    Document,
    Other,
}

impl SourceKind {
    const ALL: [(&'static str, Self); 9] = [
        ("own-site", Self::OwnSite),
        ("regulator", Self::Regulator),
        ("nhs", Self::Nhs),
        ("council", Self::Council),
        ("practice-site", Self::PracticeSite),
        ("research", Self::Research),
        ("press", Self::Press),
        ("document", Self::Document),
        ("other", Self::Other),
    ];

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|(id, _)| *id == text).map(|&(_, kind)| kind)
    }

    /// Whether it comes first among sources with the same date.
    pub(super) const fn is_first_hand(self) -> bool {
        matches!(self, Self::OwnSite | Self::Regulator)
    }
}

/// An integrated care board.
pub(super) struct Board {
    pub(super) name: String,
    /// The month in which it was established: `YYYY-MM`.
    pub(super) since: String,
    /// Whether it was announced, and no source shows that it has begun.
    pub(super) is_announced: bool,
}

/// Parses a table: the number of each row and its cells in the order of `names`.
pub(super) fn read<const N: usize>(
    text: &str,
    names: &[&'static str; N],
    needed: &[&str],
    problems: &mut Diagnostics<'_>,
) -> Vec<(u32, [String; N])> {
    let mut rows = Vec::new();
    let (mut sheet, mut rest) = (CsvReader::new(b','), strip_bom(text));
    let header = sheet.next_row(&mut rest).and_then(|row| ColumnMap::read(&row, names, needed, |_| false, problems));
    let Some(header) = header else {
        return rows;
    };
    while let Some(row) = sheet.next_row(&mut rest) {
        let mut cells = [""; N];
        if header.reorder_checked(&row, &mut cells, problems) {
            rows.push((row.number, cells.map(str::to_owned)));
        }
    }
    rows
}

const FEDERATIONS: [&str; 15] = [
    "id",
    "name",
    "listed",
    "place",
    "covers",
    "regions",
    "icb",
    "icb_2022",
    "postcode_areas",
    "point",
    "district",
    "longitude",
    "latitude",
    "notes",
    "checked_on",
];

/// Parses the federations, in the order of the file.
pub(super) fn federations(text: &str, boards: &[Board], problems: &mut Diagnostics<'_>) -> Vec<FederationEntry> {
    let mut federations: Vec<FederationEntry> = Vec::new();
    for (row, cells) in read(text, &FEDERATIONS, &["id", "name", "regions", "checked_on"], problems) {
        let [
            id,
            name,
            listed,
            place,
            covers,
            regions,
            icb,
            icb_2022,
            postcode_areas,
            _,
            _,
            longitude,
            latitude,
            notes,
            checked_on,
        ] = cells;
        let mut check = |is_right: bool, column: &'static str, value: &str, message: Message| {
            if !is_right {
                problems.add_message(row, column, value, message);
            }
        };
        check(is_kebab_case(&id), "id", &id, messages::ID);
        check(federations.iter().all(|other| other.id != id), "id", &id, messages::UNIQUE_ID);
        check(!name.is_empty(), "name", &name, messages::NAME);
        let either = Message { problem: "is not \"yes\" or \"no\"", fix: "Enter \"yes\" or \"no\"" };
        check(matches!(&*listed, "yes" | "no"), "listed", &listed, either);
        let are_regions = regions == "unknown" || Entries::of(&regions).all(|name| Region::parse(name).is_some());
        check(are_regions && !regions.is_empty(), "regions", &regions, messages::REGION);
        for (column, board) in [("icb", &icb), ("icb_2022", &icb_2022)] {
            check(!has_icb_words(board), column, board, messages::ICB);
            let is_known = board.is_empty() || boards.iter().any(|known| known.name == *board);
            let unknown = Message {
                problem: "is not a board of icbs.csv",
                fix: "use a name of icbs.csv, or add the board there",
            };
            check(is_known, column, board, unknown);
        }
        let is_point = match (degrees(&longitude), degrees(&latitude)) {
            (Some(longitude), Some(latitude)) => LatLon { latitude, longitude }.is_in_england(),
            _ => longitude.is_empty() && latitude.is_empty(),
        };
        check(is_point, "longitude", &longitude, messages::IN_ENGLAND);
        check(is_date(&checked_on, Exactness::Day), "checked_on", &checked_on, messages::DAY);
        let listed = listed == "yes";
        federations.push(FederationEntry {
            row,
            id,
            name,
            listed,
            place,
            covers,
            regions,
            icb,
            icb_2022,
            postcode_areas,
            longitude,
            latitude,
            notes,
            checked_on,
        });
    }
    federations
}

const SOURCES: [&str; 7] = ["id", "title", "publisher", "date", "url", "kind", "checked_on"];

/// Parses the sources, in the order of the file.
pub(super) fn sources(text: &str, problems: &mut Diagnostics<'_>) -> Vec<SourceRow> {
    let mut sources: Vec<SourceRow> = Vec::new();
    for (row, [id, title, publisher, date, url, kind, checked_on]) in
        read(text, &SOURCES, &["id", "title", "kind", "checked_on"], problems)
    {
        let is_new = sources.iter().all(|other| other.id != id);
        source::check(row, [&id, &title, &publisher, &date, &url, &checked_on], is_new, problems);
        if !url.is_empty() && sources.iter().any(|other| other.url == url) {
            let message =
                Message { problem: "is the address of another source", fix: "Use that source and remove this row" };
            problems.add_message(row, "url", &url, message);
        }
        let parsed = SourceKind::parse(&kind);
        if parsed.is_none() {
            let kinds =
                "Use one of: own-site, regulator, nhs, council, practice-site, research, press, document, other";
            problems.add_message(row, "kind", &kind, Message { problem: "is not a kind of source", fix: kinds });
        }
        let kind = parsed.unwrap_or(SourceKind::Other);
        sources.push(SourceRow { id, title, publisher, date, url, kind, checked_on });
    }
    sources
}

const BOARDS: [&str; 5] = ["name", "since", "state", "source", "comment"];

/// Parses the integrated care boards, current and former ones.
pub(super) fn boards(text: &str, sources: &[SourceRow], problems: &mut Diagnostics<'_>) -> Vec<Board> {
    let mut boards: Vec<Board> = Vec::new();
    for (row, [name, since, state, source, _]) in read(text, &BOARDS, &["name", "since"], problems) {
        if name.is_empty() || has_icb_words(&name) {
            problems.add_message(row, "name", &name, messages::ICB);
        }
        if !is_date(&since, Exactness::Month) {
            problems.add_message(row, "since", &since, messages::ICB_AS_OF);
        }
        if !source.is_empty() && sources.iter().all(|known| known.id != source) {
            problems.add_message(row, "source", &source, messages::LISTED_SOURCE);
        }
        if !matches!(&*state, "started" | "announced") {
            let message = Message { problem: "is not a state", fix: "write started or announced" };
            problems.add_message(row, "state", &state, message);
        }
        boards.push(Board { name, since, is_announced: state == "announced" });
    }
    boards
}

/// Appends a cell and the comma after it, quoted if RFC 4180 requires it. Text that a spreadsheet would interpret as a
/// formula is not protected: of an author's cells only coordinates begin like one, and they must stay numbers.
pub(super) fn push_cell(file: &mut String, cell: &str) {
    if cell.contains(['"', ',', '\r', '\n']) {
        file.push('"');
        file.push_str(&cell.replace('"', "\"\""));
        file.push('"');
    } else {
        file.push_str(cell);
    }
    file.push(',');
}
