//! Columns with fixed values, such as the status: the words that people use for each value.

use crate::directory::column::Column;
use crate::directory::{LegalForm, RegionBasis, Status};
use crate::fold::fold;
use crate::import::column_aliases::is_alike;
use crate::strings::{self, parts, split_once};

pub(in crate::import) type ValueAliases = (&'static str, &'static [&'static str]);

#[rustfmt::skip]
const STATUS_ALIASES: &[ValueAliases] = &[
    ("unconfirmed", &["not confirmed", "not known", "dormant"]),
    ("active", &["open", "current", "live", "operating", "operational", "trading", "ongoing", "still open", "still active", "yes", "y", "true", "1"]),
    ("ended", &[
        "closed", "defunct", "inactive", "not active", "no longer active", "dissolved", "merged", "ceased", "former", "archived", "now closed",
        "disbanded", "wound up", "struck off", "terminated", "no longer operating", "no longer operational", "no longer trading",
        "no longer exists", "not operating", "not operational", "not trading", "liquidation", "in liquidation", "liquidated", "closed down",
        "voluntary strike-off", "compulsory strike-off", "deregistered", "shut", "superseded", "no", "n",
        "false", "0",
    ]),
];

#[rustfmt::skip]
const REGION_ALIASES: &[ValueAliases] = &[
    ("East of England", &["EoE", "E of E", "East", "Eastern", "East Anglia", "Y61"]),
    ("London", &["Greater London", "Y56"]),
    ("Midlands", &["The Midlands", "Mids", "East Midlands", "West Midlands", "Y60"]),
    ("North East and Yorkshire", &[
        "NEY", "NE", "Y & H", "NE & Yorks", "NE & Yorkshire", "Yorks and Humber", "North East & Yorks", "North East", "North East England", "Yorkshire",
        "Yorkshire and the Humber", "Yorkshire and Humber", "Yorkshire & Humber", "Yorkshire & the Humber", "Yorks", "Yorks & Humber", "Yorks & the Humber", "North East and Yorkshire and the Humber", "Y63",
    ]),
    ("North West", &["NW", "N West", "North West England", "North West of England", "Y62"]),
    ("South East", &["SE", "South East England", "South East of England", "Y59"]),
    ("South West", &["SW", "South West England", "South West of England", "Y58"]),
];

#[rustfmt::skip]
const LEGAL_FORM_ALIASES: &[ValueAliases] = &[
    ("community-interest-company", &["CIC", "Community interest company (CIC)", "Community interest co"]),
    ("limited-liability-partnership", &["LLP", "Limited liability partnership (LLP)"]),
    ("company-limited-by-guarantee", &[
        "Limited by guarantee", "CLG", "Ltd by guarantee", "Company limited by guarantee (CLG)",
        "Private company limited by guarantee", "Private limited company by guarantee",
    ]),
    ("company-limited-by-shares", &[
        "PLC", "Limited by shares", "CLS", "Ltd by shares", "Private company limited by shares", "Private limited company by shares",
        "Limited company by shares", "Ltd company by shares",
    ]),
    ("limited-company", &["Ltd", "Limited", "Ltd company", "Limited company (Ltd)", "Private limited company", "Private Ltd company"]),
    ("gp-partnership", &["Partnership", "General partnership", "Traditional partnership", "Partnership of GPs"]),
    ("charity", &[
        "Registered charity", "Charitable company", "Charitable trust", "CIO", "Charitable incorporated organisation",
        "Charitable incorporated organisation (CIO)",
    ]),
];

const REGION_BASIS_ALIASES: &[ValueAliases] =
    &[("stated", &["Stated by the source"]), ("inferred", &["Worked out from the place"]), ("unknown", &["Not known"])];

/// The values of a column with fixed values, each with its aliases.
pub(in crate::import) const fn value_aliases(column: Column) -> &'static [ValueAliases] {
    match column {
        Column::Status => STATUS_ALIASES,
        Column::Regions => REGION_ALIASES,
        Column::LegalForm => LEGAL_FORM_ALIASES,
        Column::RegionBasis => REGION_BASIS_ALIASES,
        _ => &[],
    }
}

/// The value for a cell. If it is not an alias, the cell itself.
pub(super) fn word(column: Column, cell: &str) -> &str {
    if cell.is_empty() {
        return cell;
    }
    let is_it =
        |(word, others): &&ValueAliases| is_alike(word, cell) || others.iter().any(|other| is_alike(other, cell));
    value_aliases(column).iter().find(is_it).map_or(cell, |(word, _)| word)
}

pub(super) fn is_yes(cell: &str) -> bool {
    ["yes", "y", "true", "1"].iter().any(|yes| cell.eq_ignore_ascii_case(yes))
}

pub(in crate::import) fn status(cell: &str) -> Option<Status> {
    Status::parse(cell).or_else(|| Status::parse(word(Column::Status, cell)))
}

/// The status that a word means by itself, in a heading or above a section. An answer such as "yes" needs a question.
pub(in crate::import) fn status_of_word(word: &str) -> Option<Status> {
    let is_answer = word.len() < 4 || is_alike(word, "true") || is_alike(word, "false");
    status(word).filter(|_| !is_answer)
}

/// The status at the start of a cell, such as `Closed in March 2019`.
pub(in crate::import) fn status_of_first_word(cell: &str) -> Option<Status> {
    let words = parts(cell, " ,;:(-/\n");
    // `No longer trading since 2018` has more than one word. "No" can be the start of anything.
    for count in [3, 2, 1] {
        let start = words.get(..count).unwrap_or_default().concat();
        if let Some(status) = status(&start).filter(|_| start.len() > 3) {
            return Some(status);
        }
    }
    None
}

/// Whether a name says that the federation has ended: `Alder Federation (closed)`, `Alder Federation (dissolved 2019)`.
pub(in crate::import) fn is_ended_name(name: &str) -> bool {
    let Some((_, inside)) = name.strip_suffix(')').and_then(|name| strings::rsplit_once(name, b'(')) else {
        return false;
    };
    let words = fold(inside);
    let (first, rest) = split_once(&words, b' ').unwrap_or((&words, ""));
    matches!(first, "closed" | "dissolved" | "defunct" | "ceased" | "disbanded")
        && (rest.is_empty() || rest.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Whether a register states that it might strike the company off, as in `Active - Proposal to Strike off`. Until it
/// does, the company exists, but whether it is still active is not known.
pub(in crate::import) fn is_to_be_struck_off(cell: &str) -> bool {
    let text = fold(cell);
    let has = |words: &str| strings::contains(&text, words);
    has("first gazette") || has("propos") && (has("strike") || has("striking"))
}

/// The status from a cell about the end that answers "whether" and not "when". In a column "Closed", "yes" means ended.
pub(in crate::import) fn closed(cell: &str) -> Option<Status> {
    let status = status(cell)?;
    let is_answer = ["yes", "y", "true", "1", "no", "n", "false", "0"].iter().any(|answer| is_alike(answer, cell));
    Some(match status {
        Status::Active if is_answer => Status::Ended,
        Status::Ended if is_answer => Status::Active,
        status => status,
    })
}

/// Ended, if a cell about the end begins with "yes" or such a status, and is no date.
pub(in crate::import) fn closed_of_start(cell: &str) -> Option<Status> {
    // Nearly every date begins with a digit.
    if !cell.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let is_yes = cell
        .get(..4)
        .is_some_and(|start| ["yes ", "yes,", "yes-", "yes:"].iter().any(|yes| start.eq_ignore_ascii_case(yes)));
    let ended = if is_yes { Some(Status::Ended) } else { status_of_first_word(cell) };
    ended.filter(|ended| *ended == Status::Ended && super::date(cell).is_none())
}

pub(in crate::import) fn legal_form(cell: &str) -> Option<LegalForm> {
    LegalForm::parse(cell).or_else(|| LegalForm::parse(word(Column::LegalForm, cell)))
}

/// The legal form in a longer text, such as `CIC (limited by guarantee)`. `None` if it could be one of 2.
pub(in crate::import) fn legal_form_within(cell: &str) -> Option<LegalForm> {
    // `PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)`, as Companies House writes it.
    let cell = cell.strip_prefix("PRI/").and_then(|rest| split_once(rest, b'(')).map_or(cell, |(_, inside)| inside);
    let text = fold(cell);
    let all = parts(text.strip_prefix("not for profit ").unwrap_or(&text), " ");
    let has = |words: &[&str]| words.iter().any(|word| all.contains(word));
    if cell.len() > 120 || has(&["or", "not", "and", "with", "plus", "to", "was"]) || cell.contains(['/', ';', '?']) {
        return None;
    }
    let forms: [(&[&str], LegalForm); 6] = [
        (&["cic", "interest"], LegalForm::CommunityInterestCompany),
        (&["llp", "liability"], LegalForm::LimitedLiabilityPartnership),
        (&["charity", "charitable", "cio"], LegalForm::Charity),
        (&["guarantee", "clg"], LegalForm::CompanyLimitedByGuarantee),
        (&["shares"], LegalForm::CompanyLimitedByShares),
        (&["ltd", "limited"], LegalForm::LimitedCompany),
    ];
    let form = forms.iter().find(|(words, _)| has(words))?.1;
    (form != LegalForm::LimitedCompany || !has(&["partnership"])).then_some(form)
}

pub(in crate::import) fn region_basis(cell: &str) -> Option<RegionBasis> {
    RegionBasis::parse(cell).or_else(|| RegionBasis::parse(word(Column::RegionBasis, cell)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_is_parsed_in_common_spellings() {
        assert_eq!(status("No longer active"), Some(Status::Ended));
        assert_eq!(status("OPEN"), Some(Status::Active));
        assert_eq!(status("perhaps"), None);
        assert_eq!(status_of_first_word("Closed (March 2019)"), Some(Status::Ended));
        assert_eq!(status_of_first_word("No change"), None);
        for ended in ["No longer trading since 2018", "Wound up, 2019", "Struck-off 2020", "Not active since May"] {
            assert_eq!(status_of_first_word(ended), Some(Status::Ended), "{ended}");
        }
        assert_eq!(status_of_first_word("Still active (2024)"), Some(Status::Active));
        assert_eq!(status_of_first_word("Not known, ask"), Some(Status::Unconfirmed));
        assert_eq!(status_of_first_word("Not yet active"), None);
        for cell in ["Active - Proposal to Strike off", "proposed strike-off", "First Gazette notice"] {
            assert!(is_to_be_struck_off(cell), "{cell}");
        }
        for cell in ["Struck off", "Strike-off suspended", "We propose to go on", "Final Gazette"] {
            assert!(!is_to_be_struck_off(cell), "{cell}");
        }
    }

    #[test]
    fn answer_in_a_closed_column_is_a_status() {
        for (cell, expected) in [
            ("Yes", Some(Status::Ended)),
            ("N", Some(Status::Active)),
            ("FALSE", Some(Status::Active)),
            ("1", Some(Status::Ended)),
            ("Open", Some(Status::Active)),
            ("Dissolved", Some(Status::Ended)),
            ("31/03/2020", None),
            ("", None),
        ] {
            assert_eq!(closed(cell), expected, "{cell}");
        }
    }

    #[test]
    fn legal_form_is_parsed_in_common_spellings() {
        assert_eq!(legal_form("cic"), Some(LegalForm::CommunityInterestCompany));
        for (cell, form) in [
            ("Ltd by shares", Some(LegalForm::CompanyLimitedByShares)),
            ("CIC (limited by guarantee)", Some(LegalForm::CommunityInterestCompany)),
            ("Private company, limited by guarantee, no share capital", Some(LegalForm::CompanyLimitedByGuarantee)),
            ("LLP (2014)", Some(LegalForm::LimitedLiabilityPartnership)),
            ("Charitable company (registered)", Some(LegalForm::Charity)),
            (
                "PRI/LTD BY GUAR/NSC (Private, limited by guarantee, no share capital)",
                Some(LegalForm::CompanyLimitedByGuarantee),
            ),
            ("Not-for-profit company limited by guarantee", Some(LegalForm::CompanyLimitedByGuarantee)),
            ("Not a company limited by guarantee", None),
            ("CIC or Ltd", None),
            ("Limited partnership", None),
            ("guild", None),
        ] {
            assert_eq!(legal_form(cell).or_else(|| legal_form_within(cell)), form, "{cell}");
        }
    }

    #[test]
    fn every_alias_maps_to_an_existing_value() {
        assert_eq!(region_basis("worked out from the place"), Some(RegionBasis::Inferred));
        let is_value = |column, value: &str| match column {
            Column::Status => Status::parse(value).is_some(),
            Column::LegalForm => LegalForm::parse(value).is_some(),
            _ => RegionBasis::parse(value).is_some(),
        };
        for column in [Column::Status, Column::LegalForm, Column::RegionBasis] {
            assert!(!value_aliases(column).is_empty());
            for (value, _) in value_aliases(column) {
                assert!(is_value(column, value), "{column:?}: {value}");
            }
        }
    }
}
