//! The bank format as a JSON Schema, so that editors complete and check banks while they are
//! written. The shapes are in `schema/`; a test holds them against what the reader asks for.

pub mod cloze;
pub mod file;
pub mod hotspot;
pub mod question;
pub mod reflection;
pub mod text;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;

/// The schema of every file of a bank: JSON Schema, draft 2020-12, as text.
#[must_use]
pub fn of_files() -> String {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(simplify));
    let schema = settings.into_generator().into_root_schema_for::<file::AnyFile>();
    format!("{:#}\n", schema.as_value())
}

/// The fields of a table with their schemas, in the order of the alphabet.
fn fields_of(table: &Schema) -> impl Iterator<Item = (&str, Schema)> {
    let fields = table.get("properties").and_then(|fields| fields.as_object());
    let fields = fields.into_iter().flatten();
    fields.filter_map(|(name, schema)| Some((name.as_str(), schema.clone().try_into().ok()?)))
}

/// Takes out what helps no author: `null` for what may be left out, as TOML has none, and how large
/// a number may be in the memory of this program.
fn simplify(schema: &mut Schema) {
    schema.remove("format");
    if let Some(types) = schema.get_mut("type")
        && let Some(list) = types.as_array_mut()
    {
        list.retain(|name| name.as_str() != Some("null"));
        if let [only] = list.as_slice() {
            *types = only.clone();
        }
    }
    let Some(choices) = schema.get_mut("anyOf").and_then(|choices| choices.as_array_mut()) else { return };
    choices.retain(|choice| choice.get("type").and_then(|name| name.as_str()) != Some("null"));
    if let [only] = choices.as_slice()
        && let Some(only) = only.as_object().cloned()
    {
        schema.remove("anyOf");
        only.into_iter().for_each(|(name, value)| drop(schema.insert(name, value)));
    }
}
