//! Lists of made-up federations.

use gpf_domain::directory::{Directory, REQUIRED_HEADER};

/// A federation. What is not set is empty or not known.
#[derive(Default)]
pub(crate) struct MadeUp<'a> {
    pub(crate) name: &'a str,
    pub(crate) aliases: &'a str,
    pub(crate) ended: bool,
    pub(crate) place: &'a str,
    pub(crate) covers: &'a str,
    pub(crate) regions: &'a str,
    pub(crate) icb: &'a str,
    pub(crate) areas: &'a str,
    /// Longitude and latitude, with a comma between them.
    pub(crate) location: &'a str,
    pub(crate) form: &'a str,
    pub(crate) patients: Option<u32>,
}

/// The file with a list.
pub(crate) struct MadeUpList {
    csv: String,
    rows: usize,
}

impl MadeUpList {
    pub(crate) fn new() -> Self {
        Self { csv: REQUIRED_HEADER.to_owned(), rows: 0 }
    }

    pub(crate) fn add(&mut self, federation: &MadeUp<'_>) {
        let MadeUp { name, aliases, place, covers, icb, areas, form, .. } = federation;
        let (status, ended) = if federation.ended { ("ended", "2015,merged") } else { ("active", ",") };
        let (regions, basis) = match federation.regions {
            "" | "unknown" => ("unknown", "unknown"),
            regions => (regions, "stated"),
        };
        let as_of = if icb.is_empty() { "" } else { "2022-07" };
        let location = if federation.location.is_empty() { "," } else { federation.location };
        let patients = federation.patients.map(|count| count.to_string()).unwrap_or_default();
        self.csv += &format!(
            "\nid-{},{name},{aliases},{status},{place},{covers},{regions},{basis},{icb},{as_of},{areas},{location},{form},,,\
             {patients},,{ended},made up,2026-01-31",
            self.rows
        );
        self.rows += 1;
    }

    pub(crate) fn directory(&self) -> Directory {
        let import = Directory::from_csv("made-up.csv", &self.csv, "");
        assert_eq!(import.problems, []);
        import.directory
    }
}
