//! The data in open formats, for reuse.

use anyhow::Result;
use gpf_domain::directory::{Directory, FederationRecord};

/// `federations.json`: every federation as the API returns it.
pub(crate) fn json(directory: &Directory) -> Result<String> {
    let rows = 0..u32::try_from(directory.len())?;
    let records: Vec<FederationRecord<'_>> = rows.map(|row| directory.federation(row).record()).collect();
    pretty(&records)
}

/// `federations.schema.json`: the JSON Schema (2020-12) of `federations.json`.
pub(crate) fn schema() -> Result<String> {
    let mut schema = schemars::schema_for!(Vec<FederationRecord<'static>>);
    schema.insert("title".to_owned(), "GP federations in England".into());
    pretty(&schema)
}

/// A record, a list of records or a schema, as readable JSON.
pub(crate) fn pretty(value: &impl serde::Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

#[cfg(test)]
mod tests {
    use crate::project::Project;
    use crate::{data, json_schema};

    /// With a validator that is independent of the Rust types.
    #[test]
    fn bundled_data_matches_its_schema() {
        let parse = |text: String| serde_json::from_str::<serde_json::Value>(&text).unwrap();
        let directory = data::read(&Project::locate().unwrap()).unwrap().directory;
        let (schema, data) = (parse(super::schema().unwrap()), parse(super::json(&directory).unwrap()));

        // The schema is not trivial: without any one of these properties, the same data is invalid.
        let mut invalid = Vec::new();
        for (property, wrong) in [
            ("name", serde_json::Value::Null),
            ("aliases", "one".into()),
            ("patients", "many".into()),
            ("longitude", "west".into()),
            ("details", serde_json::json!([{ "label": "Phone" }])),
            ("sources", serde_json::json!([{ "id": 1 }])),
        ] {
            let mut wrong_data = data.clone();
            wrong_data[0][property] = wrong;
            invalid.push((property, wrong_data.clone()));
            wrong_data[0].as_object_mut().unwrap().remove(property);
            if property == "name" || property == "aliases" || property == "sources" {
                invalid.push((property, wrong_data));
            }
        }
        let documents: Vec<_> = std::iter::once(&data).chain(invalid.iter().map(|(_, it)| it)).cloned().collect();
        let problems = json_schema::problems(&schema, &serde_json::json!({}), &documents);
        assert_eq!(problems[0], [""; 0]);
        for ((property, _), problems) in invalid.iter().zip(&problems[1..]) {
            assert!(problems.iter().any(|it| it.starts_with("/0")), "{property}: {problems:?}");
        }
    }

    /// The source of `dist/legal-forms.json`.
    #[test]
    fn legal_forms_json_contains_every_finding_with_its_source() {
        let catalogue = data::read(&Project::locate().unwrap()).unwrap().catalogue;
        let json: serde_json::Value = serde_json::from_str(&super::pretty(&catalogue).unwrap()).unwrap();
        let list = |name: &str| json[name].as_array().unwrap().clone();
        assert_eq!((list("forms").len(), list("models").len(), list("cases").len()), (6, 4, 7));
        let findings = list("findings");
        assert_eq!(findings.len(), catalogue.findings.len());
        let sources: Vec<_> = list("sources").iter().map(|it| it["id"].clone()).collect();
        for finding in findings {
            assert!(sources.contains(&finding["source"]), "{finding} has no source");
            assert!(finding["text"].as_str().is_some_and(|text| !text.is_empty()), "{finding} says nothing");
        }
    }
}
