//! Tests of the directory's evidence: which facts are shown, and which problems stop the build.

use crate::project;
use std::collections::BTreeMap;

use gpf_domain::directory::authoring::{Built, Files, build};
use gpf_domain::directory::{Directory, Status};
use gpf_domain::search::{Index, Query, SearchSession};

const FEDERATIONS: &str = "id,name,listed,place,covers,regions,icb,icb_2022,postcode_areas,point,district,longitude,latitude,notes,checked_on\n\
    halton,Halton GP Federation,yes,Halton,\"Runcorn and Widnes\",North West,Cheshire and Merseyside,Cheshire and Merseyside,WA,,,-2.734,53.361,,2026-11-28\n\
    norfolk,Norfolk Doctors,no,Norwich,,East of England,Norfolk and Suffolk,Norfolk and Waveney,NR,Norwich,NR1,1.299,52.627,,2026-11-28\n";
const SOURCES: &str = "id,title,publisher,date,url,kind,checked_on\n\
    list,A list,An encyclopaedia,,https://example.org/list,document,2026-11-22\n\
    s1,About us,Halton GP Federation,,https://halton.example/about,own-site,2026-11-28\n\
    s2,Halton,The Widnes Paper,2019,https://paper.example/halton,press,2026-11-28\n\
    s3,Never cited,Nobody,,https://nobody.example/,other,2026-11-28\n";
const BOARDS: &str = "name,since,state,source,comment\n\
    Cheshire and Merseyside,2022-07,started,,\nNorfolk and Waveney,2022-07,started,,\n\
    Norfolk and Suffolk,2026-04,announced,s2,\n";
const NAMES: &str = "federation,field,value,as_of,source,certainty,comment\n\
    halton,name,Halton GP Federation,,list,high,\nnorfolk,name,Norfolk Doctors,,s2,high,\n";

fn files(evidence: &str) -> Files {
    Files {
        federations: FEDERATIONS.to_owned(),
        evidence: format!("{NAMES}{evidence}"),
        sources: SOURCES.to_owned(),
        boards: BOARDS.to_owned(),
    }
}

/// The columns of a federation that have a value.
fn shown(evidence: &str, id: &str) -> BTreeMap<String, String> {
    let built = build(&files(evidence)).unwrap_or_else(|problems| panic!("{problems:?}"));
    let directory = Directory::from_csv("f.csv", &built.federations, &built.sources);
    assert_eq!(directory.problems, []);
    let record = serde_json::to_value(directory.directory.find(id).unwrap().record()).unwrap();
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(list) => list
            .iter()
            .map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned))
            .collect::<Vec<_>>()
            .join("; "),
        serde_json::Value::Null => String::new(),
        other => other.to_string(),
    };
    record.as_object().unwrap().iter().map(|(column, value)| (column.clone(), text(value))).collect()
}

/// The problems that stop the build, one per line.
fn problems(files: &Files) -> Vec<String> {
    build(files).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn the_newest_dated_fact_is_shown() {
    for (evidence, practices, date) in [
        // Newer before older, whatever their order and precision.
        ("halton,practices,9,2015,s2,high,\nhalton,practices,14,2019-03-04,s2,high,\n", "14", "2019-03-04"),
        ("halton,practices,14,2019-03-04,s2,high,\nhalton,practices,9,2015,s2,high,\n", "14", "2019-03-04"),
        // A fact with a date before one without.
        ("halton,practices,20,,s1,high,\nhalton,practices,14,2012,s2,medium,guessed\n", "14", "2012"),
        // For the same date: its own website or a regulator first, then the most certain fact, then the order of the
        // file.
        ("halton,practices,14,2019,s2,high,\nhalton,practices,15,2019,s1,medium,guessed\n", "15", "2019"),
        ("halton,practices,14,2019,s2,medium,guessed\nhalton,practices,15,2019,list,high,\n", "15", "2019"),
        ("halton,practices,14,2019,s2,high,\nhalton,practices,15,2019,list,high,see s2\n", "14", "2019"),
        // Facts that must not be shown are not shown.
        ("halton,practices,14,,s2,high,\nhalton,practices,99,2024,s1,low,patients by mistake\n", "14", ""),
    ] {
        let shown = shown(evidence, "halton");
        assert_eq!((&*shown["practices"], &*shown["practicesAsOf"]), (practices, date), "{evidence}");
    }
}

#[test]
fn inferred_facts_are_marked() {
    let evidence = "halton,legal_form,limited-company,2019,s2,medium,from the name\nhalton,website,https://halton.example,,s1,high,\n";
    let shown = shown(evidence, "halton");
    assert_eq!(shown["workedOut"], "legal_form");
    assert_eq!(shown["legalForm"], "limited-company");
}

#[test]
fn each_source_lists_its_facts() {
    let evidence = "halton,website,https://halton.example,2020-01,s1,high,\nhalton,practices,14,2019,s1,high,\n\
        halton,other_name,Halton Doctors,,s2,high,\n";
    let built = build(&files(evidence)).unwrap();
    let directory = Directory::from_csv("f.csv", &built.federations, &built.sources).directory;
    let record = directory.find("halton").unwrap().record();
    let ids: Vec<&str> = record.sources.iter().map(|source| source.id).collect();
    let facts: BTreeMap<&str, &str> = ids.into_iter().zip(record.source_facts).collect();
    assert_eq!(facts, BTreeMap::from([("list", "name"), ("s1", "website 2020-01, practices 2019"), ("s2", "name")]));
    // The original documents stay, and sources that support nothing are left out.
    let ids: Vec<&str> = directory.sources().iter().map(|source| &*source.id).collect();
    assert_eq!(ids, ["list", "s1", "s2"]);
    assert_eq!(built.documents.iter().map(|it| &*it.id).collect::<Vec<_>>(), ["list"]);
}

#[test]
fn status_is_derived_from_the_evidence() {
    // The data is from 28 November 2026.
    for (evidence, status, last_seen) in [
        ("", "unconfirmed", ""),
        ("halton,seen_active,yes,2026-04,s2,high,\n", "active", "2026-04"),
        ("halton,seen_active,yes,2021-11-28,s2,high,\n", "active", "2021-11-28"),
        ("halton,seen_active,yes,2021-11,s2,high,\n", "active", "2021-11"),
        ("halton,seen_active,yes,2022,s2,high,\n", "active", "2022"),
        ("halton,seen_active,yes,2021-11-27,s2,high,\n", "unconfirmed", "2021-11-27"),
        // A year that is only partly in the 5 years.
        ("halton,seen_active,yes,2021,s2,high,\n", "unconfirmed", "2021"),
        ("halton,seen_active,yes,,s2,high,\n", "unconfirmed", ""),
        ("halton,seen_active,yes,2015,s2,high,\nhalton,seen_active,yes,2025-02,s1,high,\n", "active", "2025-02"),
        ("halton,ended_on,2025-03,,s2,high,\nhalton,seen_active,yes,2025-02,s1,high,\n", "ended", "2025-02"),
        ("halton,ended_why,went into administration,,s2,high,\n", "ended", ""),
    ] {
        let shown = shown(evidence, "halton");
        assert_eq!((&*shown["status"], &*shown["lastSeen"]), (status, last_seen), "{evidence}");
        let seen_by = match last_seen {
            "" if !evidence.contains("seen_active") => "",
            _ if evidence.contains("s1,high") => "Halton GP Federation",
            _ => "The Widnes Paper",
        };
        assert_eq!(shown["lastSeenBy"], seen_by, "{evidence}");
    }
}

#[test]
fn search_finds_former_names_and_boards() {
    let evidence =
        "halton,former_name,Widnes Consortium,2014,s2,high,\nhalton,merged_into,Norfolk Doctors,2024,s2,high,\n";
    let halton = shown(evidence, "halton");
    assert_eq!(
        (&*halton["formerNames"], &*halton["successor"], &*halton["status"]),
        ("Widnes Consortium", "norfolk", "ended")
    );
    let norfolk = shown(evidence, "norfolk");
    assert_eq!((&*norfolk["icb"], &*norfolk["icbAsOf"]), ("Norfolk and Suffolk", "2026-04"));
    assert_eq!((&*norfolk["formerIcb"], &*halton["formerIcb"]), ("Norfolk and Waveney", ""));
    // Announced boards are labelled as announced.
    assert_eq!((&*norfolk["workedOut"], &*halton["workedOut"]), ("icb", ""));

    let built = build(&files(evidence)).unwrap();
    let directory = Directory::from_csv("f.csv", &built.federations, &built.sources).directory;
    for (text, id) in [("widnes consortium", "halton"), ("waveney", "norfolk"), ("norfolk and suffolk", "norfolk")] {
        assert_eq!(found(&directory, text), [id], "{text}");
    }
}

#[test]
fn mistakes_fail_the_build_with_file_row_and_column() {
    let sound = files("");
    assert_eq!(problems(&sound), [""; 0]);
    let with = |evidence: &str| problems(&files(evidence));
    for (evidence, expected) in [
        ("halton,practices,14,2019,s9,high,\n", "evidence.csv:4: source: \"s9\" is not in the list of sources"),
        ("widnes,practices,14,2019,s2,high,\n", "evidence.csv:4: federation: \"widnes\" is not a federation of"),
        ("halton,surgeries,14,2019,s2,high,\n", "evidence.csv:4: field: \"surgeries\" is not a field"),
        ("halton,practices,about 14,2019,s2,high,\n", "evidence.csv:4: value: \"about 14\" is not a whole number"),
        ("halton,practices,14,spring,s2,high,\n", "evidence.csv:4: as_of: \"spring\" is not a date"),
        ("halton,practices,14,2019,s2,sure,\n", "evidence.csv:4: certainty: \"sure\" is not a certainty"),
        ("halton,practices,14,2019,s2,low,\n", "evidence.csv:4: comment: This cell is empty. Say why"),
        ("halton,website,javascript:x,2019,s2,high,\n", "evidence.csv:4: value: \"javascript:x\" is not a web address"),
        ("halton,region,Cheshire,2019,s2,high,\n", "evidence.csv:4: value: \"Cheshire\" is not an NHS region"),
        ("halton,company_number,97,2019,s2,high,\n", "evidence.csv:4: value: \"97\" is not a company number"),
        ("halton,practices,,2019,s2,high,\n", "evidence.csv:4: value: This cell is empty"),
        (
            "halton,covers,Halton,,s2,high,\n",
            "federations.csv:2: covers: \"Runcorn and Widnes\" is not shown: evidence.csv has a fact",
        ),
        (
            "halton,other_name,norfolk-doctors,,s2,high,\n",
            "federations.csv:3: name: \"Norfolk Doctors\" is also a name of halton",
        ),
    ] {
        let found = with(evidence);
        assert!(found.len() == 1 && found[0].contains(expected), "{evidence}: {found:?}");
    }
    for (change, expected) in [
        (
            ("norfolk,Norfolk Doctors,no", "norfolk,Norwich Doctors,no"),
            "federations.csv:3: name: \"Norwich Doctors\" is a name without evidence",
        ),
        (
            ("norfolk,Norfolk Doctors,no", "halton,Norfolk Doctors,no"),
            "federations.csv:3: id: \"halton\" is already used by another row",
        ),
        (
            ("Norfolk and Suffolk,Norfolk and Waveney", "Norfolk,Norfolk and Waveney"),
            "federations.csv:3: icb: \"Norfolk\" is not a board of icbs.csv",
        ),
        (("1.299,52.627", "1.299,59"), "federations.csv:3: longitude"),
        (("Doctors,no,", "Doctors,perhaps,"), "federations.csv:3: listed: \"perhaps\" is not \"yes\" or \"no\""),
    ] {
        let changed = Files { federations: FEDERATIONS.replace(change.0, change.1), ..sound.clone() };
        let found = problems(&changed);
        assert!(found.iter().any(|problem| problem.contains(expected)), "{change:?}: {found:?}");
    }
    for (change, expected) in [
        (("press,", "gossip,"), "sources.csv:4: kind: \"gossip\" is not a kind of source"),
        (
            ("https://paper.example/halton", "https://halton.example/about"),
            "sources.csv:4: url: \"https://halton.example/about\" is the address of another source",
        ),
        (
            ("https://paper.example/halton", "paper.example"),
            "sources.csv:4: url: \"paper.example\" is not a web address",
        ),
    ] {
        let changed = Files { sources: SOURCES.replace(change.0, change.1), ..sound.clone() };
        let found = problems(&changed);
        assert!(found.iter().any(|problem| problem.contains(expected)), "{change:?}: {found:?}");
    }
}

#[test]
fn contradictory_facts_are_reported_until_a_comment_explains_them() {
    let evidence = "halton,founded,2013,2019,s2,high,\nhalton,founded,2014,2019,list,high,";
    let report = |comment: &str| build(&files(&format!("{evidence}{comment}\n"))).unwrap().report.contradictions;
    let open = report("");
    assert_eq!(open.len(), 1);
    assert!(open[0].what.contains("halton: founded 2019: 2013 | 2014") && !open[0].is_explained, "{open:?}");
    assert!(report("founded in December 2013").iter().all(|it| it.is_explained));
    // A different fact from an older or less important source is not a contradiction, because the rule decides.
    let chosen =
        "halton,founded,2013,2019,s2,high,\nhalton,founded,2014,2019,s1,high,\nhalton,founded,2012,2015,s2,high,\n";
    assert_eq!(build(&files(chosen)).unwrap().report.contradictions, []);
}

fn found<'d>(directory: &'d Directory, text: &str) -> Vec<&'d str> {
    let index = Index::new(directory);
    let query = Query { text: text.to_owned(), ..Query::default() };
    let rows = index.search(directory, &query, &mut SearchSession::default()).rows;
    rows.into_iter().map(|row| directory.federation(row).id()).collect()
}

#[test]
fn previously_missing_places_find_their_federations() {
    let directory = project::directory();
    for (text, ids) in [
        ("Southwark", &["ihl-southwark", "quay-health-solutions"][..]),
        ("Wirral", &["gpw-federation", "primary-care-wirral"]),
        ("Bristol", &["gp-care-uk", "one-care-bnssg-cic"]),
        ("Plymouth", &["sentinel-healthcare-south-west"]),
        ("Gloucestershire", &["g-doc"]),
        ("Croydon", &["croydon-gp-collaborative"]),
        ("York", &["nimbuscare", "vale-of-york-gp-federation"]),
        ("Aldermoor Surgery", &["southampton-primary-care"]),
        ("Brighton and Hove Integrated Care Service", &["brighton-and-hove-integrated-care-service"]),
        ("Norfolk and Waveney", &["north-norfolk-primary-care"]),
        ("Derby", &["derby-city-primary-care"]),
        ("Macklin Street Surgery", &["derby-city-primary-care"]),
        ("Buxton", &["north-derbyshire-gp-federation"]),
        ("St Helens", &["aspect-health"]),
        ("South Tyneside", &["south-tyneside-health-collaboration"]),
        ("Bridlington", &["bridinc"]),
        ("Wiltshire", &["wiltshire-gp-alliance"]),
        ("Bracknell", &["berkshire-primary-care"]),
        ("Hastings", &["hastings-integrated-family-healthcare-gp-federation"]),
        ("Watford", &["watford-care-alliance"]),
        ("Basildon", &["anesi-healthcare"]),
        ("Heywood", &["gpcare-services-ltd", "hmr-gp-federation"]),
    ] {
        let found = found(&directory, text);
        for id in ids {
            assert!(found.contains(id), "{text} finds {found:?}, not {id}");
        }
    }
}

#[test]
fn every_displayed_number_with_a_dated_fact_has_a_date() {
    let Built { report, .. } = project::built();
    // The facts without a date are those whose sources have none. The rule never prefers them.
    let Ok(files) = Files::each(|path| Ok::<_, std::convert::Infallible>(project::text(path)));
    for undated in &report.undated {
        let (id, rest) = undated.split_once(": ").unwrap();
        let field = rest.split(' ').next().unwrap();
        let dated = files.evidence.lines().filter(|line| line.starts_with(&format!("{id},{field},"))).any(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            !cells[3].is_empty() && cells[5] != "low"
        });
        assert!(!dated, "{undated}");
    }
}

#[test]
fn ended_federations_have_a_date_or_a_reason() {
    let directory = project::directory();
    for federation in directory.federations().filter(|federation| federation.status() == Status::Ended) {
        let says = !federation.ended_on().is_empty() || !federation.ended_why().is_empty();
        assert!(says, "{}", federation.id());
    }
    let calibre = directory.find("calibre-leeds").unwrap();
    assert_eq!((calibre.status(), calibre.successor()), (Status::Ended, "leeds-gp-confederation"));
}
