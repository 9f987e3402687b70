//! Texts and ids in the schema.

use crate::quiz::markup::Tag;
use crate::quiz::markup::closed::ATTRIBUTES;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A text for learners.
pub struct Text;

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "In TOML Markdown: paragraphs, emphasis, lists, quotes, tables, code, links, \
                            pictures, recordings and formulas, no HTML. In JSON plain text, or the list of nodes that `selfcheck build` makes.",
            "anyOf": [
                { "type": "string", "minLength": 1 },
                { "type": "array", "items": generator.subschema_for::<Node>() }
            ]
        })
    }
}

/// A part of a text in built JSON.
pub struct Node;

impl JsonSchema for Node {
    fn schema_name() -> Cow<'static, str> {
        "Node".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let tags: Vec<_> = Tag::ALL.iter().map(|tag| tag.name()).collect();
        let node = generator.subschema_for::<Self>();
        let value = json_schema!({ "type": "string" });
        let attributes: BTreeMap<_, _> = ATTRIBUTES.iter().map(|name| (*name, value.clone())).collect();
        json_schema!({
            "description": "Plain characters, or a tag with its attributes and the nodes in it.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "array",
                    "minItems": 1,
                    "prefixItems": [{ "enum": tags }],
                    "items": { "anyOf": [node, { "type": "object", "properties": attributes }] }
                }
            ]
        })
    }
}

/// The name of a thing. It never changes once the bank is published: progress is kept by it.
pub struct Id;

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "1 to 64 characters: a-z, 0-9, dot, hyphen, underscore; the first a letter or digit. \
                            It never changes once the bank is published: progress is kept by it.",
            "type": "string",
            "pattern": "^[a-z0-9][a-z0-9._-]{0,63}$"
        })
    }
}

/// The name of an objective, in capitals or not.
pub struct ObjectiveId;

impl JsonSchema for ObjectiveId {
    fn schema_name() -> Cow<'static, str> {
        "ObjectiveId".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Unique in the bank; upper and lower case are the same.",
            "type": "string",
            "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
        })
    }
}

/// A web address that a link may lead to.
pub struct Address;

impl JsonSchema for Address {
    fn schema_name() -> Cow<'static, str> {
        "Address".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)" })
    }
}
