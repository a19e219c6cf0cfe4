//! Whether JSON is what its schema says, for tests. The validator (Ajv) is independent of the Rust types. It is an npm
//! package, because the crate `jsonschema` changes the features of other crates: decision 78.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::project::Project;

/// Reads the schema and the documents, and prints the problems.
const VALIDATOR: &str = "xtask/src/json-schema.mjs";

/// The problems of each document, each as `/path/in/it: message`. `references` are the schemas that `schema` refers to, by
/// address. Panics if `schema` is not valid.
#[track_caller]
pub(crate) fn problems(schema: &Value, references: &Value, documents: &[Value]) -> Vec<Vec<String>> {
    let request = json!({ "schema": schema, "references": references, "documents": documents });
    let (is_schema, said) = validator(&request);
    assert!(is_schema, "{said}");
    serde_json::from_str(&said).unwrap()
}

/// Whether the schema is valid, and what the validator prints.
fn validator(request: &Value) -> (bool, String) {
    let mut node = Command::new("node");
    node.arg(Project::locate().unwrap().path(VALIDATOR));
    let mut node = node.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Closed at the end of this statement, so that the validator can begin.
    node.stdin.take().unwrap().write_all(request.to_string().as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    let said = if output.status.success() { output.stdout } else { output.stderr };
    (output.status.success(), String::from_utf8(said).unwrap())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT_7: &str = "http://json-schema.org/draft-07/schema#";
    const OF_2020: &str = "https://json-schema.org/draft/2020-12/schema";

    /// In both versions of JSON Schema that are used here.
    #[test]
    fn every_problem_of_every_document_has_its_path() {
        for version in [DRAFT_7, OF_2020] {
            let schema = json!({
                "$schema": version,
                "required": ["name"],
                "properties": { "name": { "type": "string" }, "size": { "type": ["integer", "null"] } },
            });
            let documents = [json!({ "name": "a", "size": null }), json!({ "name": 1, "size": "2" }), json!({})];
            let found = problems(&schema, &json!({}), &documents);
            assert_eq!(found[0], [""; 0]);
            let paths: Vec<_> = found[1].iter().map(|it| it.split_once(": ").unwrap().0).collect();
            assert_eq!(paths, ["/name", "/size"]);
            assert_eq!(found[2].len(), 1, "{found:?}");
        }
    }

    #[test]
    fn formats_are_validated() {
        for (format, good, bad) in [
            ("date-time", "2026-11-30T02:00:00Z", "yesterday"),
            ("uri", "https://example.org/a", "example"),
            ("iri-reference", "guides/süd?a=1", "a guide"),
            ("idn-email", "jürgen@example.org", "example.org"),
        ] {
            let schema = json!({ "$schema": DRAFT_7, "type": "string", "format": format });
            let found = problems(&schema, &json!({}), &[json!(good), json!(bad)]);
            assert!(found[0].is_empty() && found[1].len() == 1, "{format}: {found:?}");
        }
    }

    #[test]
    fn schema_can_refer_to_another_schema() {
        let schema = json!({
            "$schema": DRAFT_7,
            "$id": "http://example.org/whole.json",
            "items": { "$ref": "part.json" },
        });
        let part = json!({ "http://example.org/part.json": { "$schema": DRAFT_7, "enum": ["MIT"] } });
        let found = problems(&schema, &part, &[json!(["MIT"]), json!(["MIT", "mine"])]);
        assert!(found[0].is_empty() && found[1][0].starts_with("/1: "), "{found:?}");
    }

    #[test]
    fn invalid_schema_is_an_error() {
        for schema in
            [json!({ "$schema": OF_2020, "type": "objekt" }), json!({ "$schema": DRAFT_7, "$ref": "missing" })]
        {
            let (is_schema, said) = validator(&json!({ "schema": schema, "references": {}, "documents": [] }));
            assert!(!is_schema && (said.contains("schema is invalid") || said.contains("missing")), "{said}");
        }
    }
}
