//! The sentences that scripts say, which the tool writes into them.

use serde_json::Value;

/// Stands in a built script for the sentences of its edition. The name is free in every script: minifiers leave it as it is.
pub const HOLE: &str = "$WORDS$";

/// A value as JavaScript writes it, keys without quotation marks where it may.
pub fn literal(value: &Value) -> String {
    match value {
        Value::Object(all) => {
            let pairs = all
                .iter()
                .map(|(key, value)| format!("{}:{}", property(key), literal(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }
        Value::Array(all) => {
            let items: Vec<String> = all.iter().map(literal).collect();
            format!("[{}]", items.join(","))
        }
        plain => plain.to_string(),
    }
}

fn property(key: &str) -> String {
    let is_name = key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    match is_name && key != "__proto__" {
        true => key.to_owned(),
        false => Value::from(key).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_need_no_quotation_marks_and_texts_do() {
        let value =
            json!({ "fr": { "title": "L’une \"et\" l’autre", "2": [1, null] }, "a-b": true });
        let written = literal(&value);
        assert_eq!(
            written,
            r#"{"a-b":true,fr:{"2":[1,null],title:"L’une \"et\" l’autre"}}"#
        );
    }
}
