//! Hotspot: a region of a picture to choose. Its data, its structural rules, its scoring.

use super::option::{List, QuestionOption, bare, read_options, text_of};
use super::single_choice::{key_of, require_one_key};
use crate::quiz::bank::fields::Fields;
use crate::quiz::bank::json::{decimal, rounded};
use crate::quiz::bank::tree::{Tree, Value};
use crate::quiz::id::OptionId;
use crate::quiz::markup::{Element, Markup, Node, Tag};
use crate::quiz::response::Response;
use crate::quiz::score::Score;

/// A picture with two to twelve named regions; exactly one is the key.
#[derive(Clone, Debug, PartialEq)]
pub struct Hotspot {
    image: Markup,
    regions: Vec<QuestionOption>,
    shapes: Vec<Shape>,
}

/// Where a region is, in the picture's own pixels or units, from its top left corner.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// The left and the top edge, the width and the height.
    Rect([f64; 4]),
    /// The centre from the left and from the top, and the radius.
    Circle([f64; 3]),
    /// The corners, each from the left and from the top.
    Polygon(Vec<[f64; 2]>),
}

const REMEDY: &str = "give it one of `rect = [x, y, width, height]`, `circle = [x, y, radius]`, \
                      `polygon = [[x, y], [x, y], [x, y]]`";

impl Shape {
    /// What each form is called in a bank file.
    const NAMES: [&'static str; 3] = ["rect", "circle", "polygon"];

    fn read(fields: &Fields<'_>) -> Option<Self> {
        fields.know(&Self::NAMES);
        let mut given = Self::NAMES.into_iter().filter(|name| fields.has(name));
        let (Some(name), None) = (given.next(), given.next()) else {
            fields.report("S4", "", "has no shape, or more than one", REMEDY);
            return None;
        };
        let items = fields.list(name);
        let numbers = |items: &[_]| items.iter().map(kept).collect::<Option<Vec<f64>>>();
        let shape = if name == "polygon" {
            let corners = items.iter().map(|corner| numbers(corner.items())?.try_into().ok());
            corners.collect::<Option<Vec<_>>>().map(Self::Polygon)
        } else {
            let numbers = numbers(items).unwrap_or_default();
            let rect = <[f64; 4]>::try_from(numbers.as_slice()).ok().filter(|_| name == "rect");
            let circle = <[f64; 3]>::try_from(numbers.as_slice()).ok().filter(|_| name == "circle");
            rect.map(Self::Rect).or(circle.map(Self::Circle))
        };
        if shape.is_none() {
            fields.report("S4", name, "is not made of the right numbers", REMEDY);
        }
        let shape = shape?;
        if !shape.has_size() {
            fields.report("S4", name, "has no size", "give it a width and a height");
        }
        Some(shape)
    }

    /// What it is called in a bank file.
    #[must_use]
    pub fn name(&self) -> &'static str {
        let [rect, circle, polygon] = Self::NAMES;
        match self {
            Self::Rect(_) => rect,
            Self::Circle(_) => circle,
            Self::Polygon(_) => polygon,
        }
    }

    fn has_size(&self) -> bool {
        match self {
            Self::Rect([_, _, width, height]) => *width > 0.0 && *height > 0.0,
            Self::Circle([_, _, radius]) => *radius > 0.0,
            Self::Polygon(corners) => {
                // Twice the area: the shoelace formula.
                let next = corners.iter().cycle().skip(1);
                let crossed = corners.iter().zip(next).map(|([x, y], [to_x, to_y])| x * to_y - to_x * y);
                crossed.sum::<f64>().abs() > 1e-6
            }
        }
    }

    /// Its left, top, right and bottom edge.
    #[must_use]
    pub fn bounds(&self) -> [f64; 4] {
        match self {
            Self::Rect([x, y, width, height]) => [*x, *y, x + width, y + height],
            Self::Circle([x, y, radius]) => [x - radius, y - radius, x + radius, y + radius],
            Self::Polygon(corners) => {
                let mut bounds = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
                for [x, y] in corners {
                    let [left, top, right, bottom] = bounds;
                    bounds = [left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)];
                }
                bounds
            }
        }
    }

    /// Its outline, as SVG writes paths.
    #[must_use]
    pub fn path(&self) -> String {
        let words = |numbers: &[f64]| numbers.iter().map(|n| decimal(*n)).collect::<Vec<_>>().join(" ");
        match self {
            Self::Rect([x, y, width, height]) => {
                let [width, height] = [*width, *height].map(decimal);
                format!("M{}h{width}v{height}h-{width}z", words(&[*x, *y]))
            }
            Self::Circle([x, y, radius]) => {
                let (arc, across) = (words(&[*radius, *radius]), decimal(2.0 * radius));
                format!("M{}a{arc} 0 0 1 {across} 0a{arc} 0 0 1 -{across} 0z", words(&[x - radius, *y]))
            }
            Self::Polygon(corners) => format!("M{}z", words(corners.as_flattened())),
        }
    }
}

/// A number as it is kept and written, to six decimals; nothing that no picture is as large as.
fn kept(tree: &Tree) -> Option<f64> {
    let Value::Number(number) = tree.value else { return None };
    (number.abs() <= 1e6).then(|| rounded(number))
}

impl Hotspot {
    pub(crate) fn read(fields: &Fields<'_>) -> Option<Self> {
        let image = fields.required_markup("image");
        // Beside the name of a file, which `author` replaces by the picture itself.
        fields.know(&["alt"]);
        let size = image.as_ref().and_then(picture).and_then(size);
        if image.is_some() && size.is_none() {
            let remedy = "name a picture in a TOML file, or give one node `[\"img\", {…}]` with `src`, `alt`, \
                          `width` and `height`";
            fields.report("S4", "image", "is not a picture with its size", remedy);
        }
        let mut shapes = Vec::new();
        let mut text_of = |region: &Fields<'_>| {
            let shape = Shape::read(region);
            if let (Some(shape), Some([width, height])) = (&shape, size) {
                let [left, top, right, bottom] = shape.bounds();
                if left < 0.0 || top < 0.0 || right > width || bottom > height {
                    let [width, height] = [width, height].map(decimal);
                    let remedy = format!("keep it within 0 to {width} across and 0 to {height} down");
                    region.report("S4", shape.name(), "leads out of the picture", remedy);
                }
            }
            let text = text_of(region);
            shapes.extend(shape);
            text
        };
        let list =
            List { name: "regions", rule: "S4", n: 2..=12, has_keys: true, has_rationales: true, bare };
        let regions = read_options(fields, &list, &mut text_of);
        require_one_key(fields, "regions", &regions);
        (!fields.is_broken() && shapes.len() == regions.len()).then_some(())?;
        Some(Self { image: image?, regions, shapes })
    }

    /// The picture: a text that holds it and nothing else.
    #[must_use]
    pub fn image(&self) -> &Markup {
        &self.image
    }

    /// The picture as an element.
    #[must_use]
    pub fn picture(&self) -> Option<&Element> {
        picture(&self.image)
    }

    /// How wide and how high the picture is, in pixels or its own units.
    #[must_use]
    pub fn size(&self) -> [f64; 2] {
        self.picture().and_then(size).unwrap_or_default()
    }

    /// The regions, in the author's order: what they are called.
    #[must_use]
    pub fn regions(&self) -> &[QuestionOption] {
        &self.regions
    }

    /// Where they are, in the same order.
    #[must_use]
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// Where a region is.
    #[must_use]
    pub fn shape_of(&self, region: &OptionId) -> Option<&Shape> {
        self.shapes.get(self.regions.iter().position(|known| known.id == *region)?)
    }

    pub(super) fn key(&self) -> Response {
        Response::Hotspot { region: key_of(&self.regions).cloned() }
    }

    /// 1 for the key, 0 for anything else.
    ///
    /// Source: QTI 3.0, hotspot interaction with the template `match_correct`,
    /// <https://www.imsglobal.org/spec/qti/v3p0/impl/>.
    #[must_use]
    pub fn score(&self, response: &Response) -> Score {
        let is_right = matches!(response, Response::Hotspot { region: Some(region) }
            if key_of(&self.regions) == Some(region));
        Score::of_one(f64::from(u8::from(is_right)))
    }
}

fn picture(image: &Markup) -> Option<&Element> {
    let [Node::Element(element)] = image.nodes() else { return None };
    (element.tag == Tag::Img).then_some(element)
}

fn size(picture: &Element) -> Option<[f64; 2]> {
    let side = |name| Some(f64::from(picture.get(name)?.parse::<u16>().ok()?));
    Some([side("width")?, side("height")?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Bank;
    use crate::quiz::question::Kind;
    use crate::quiz::question::testing::{option_id, read};

    const IMAGE: &str = r#"[["img",{"src":"a.svg","alt":"A plan","width":"100","height":"50"}]]"#;

    fn fields(shapes: &[&str]) -> String {
        let region = |(index, shape): (usize, &&str)| {
            format!(r#"{{"text":"Region {index}","correct":{},{shape}}}"#, index == 1)
        };
        let regions: Vec<_> = shapes.iter().enumerate().map(region).collect();
        format!(r#""kind":"hotspot","image":{IMAGE},"regions":[{}]"#, regions.join(","))
    }

    fn problems(fields: &str) -> Vec<String> {
        let json = format!(
            r#"{{"format":1,"id":"b","title":"B","topics":[{{"id":"t","title":"T"}}],
                "questions":[{{"id":"q","topic":"t","stem":"?",{fields}}}]}}"#
        );
        let problems = Bank::read(&json).err().unwrap_or_default();
        problems.iter().map(|problem| format!("{} {}", problem.path, problem.message)).collect()
    }

    const RECT: &str = r#""rect":[0,0,10,20.5]"#;
    const CIRCLE: &str = r#""circle":[50,25,25]"#;
    const POLYGON: &str = r#""polygon":[[80,0],[100,0],[90,50]]"#;

    #[test]
    fn the_key_earns_everything_and_the_rest_nothing() {
        let kind = read(&fields(&[RECT, CIRCLE, POLYGON])).kind;
        let of = |region: Option<&str>| Response::Hotspot { region: region.map(option_id) };
        for (response, earned) in [(Some("b"), 1.0), (Some("a"), 0.0), (Some("z"), 0.0), (None, 0.0)] {
            assert_eq!(kind.score(&of(response)).earned, earned, "{response:?}");
        }
        let other = Response::SingleChoice { option: Some(option_id("b")) };
        assert_eq!(kind.score(&other).earned, 0.0);
        assert_eq!(kind.key(), of(Some("b")));
        assert_eq!(kind.understood(&of(Some("z"))), of(None));
    }

    #[test]
    fn every_form_has_its_bounds_and_its_outline() {
        let Kind::Hotspot(kind) = read(&fields(&[RECT, CIRCLE, POLYGON])).kind else { panic!() };
        let of = |shape: &Shape| (shape.bounds(), shape.path());
        let found: Vec<_> = kind.shapes().iter().map(of).collect();
        assert_eq!(
            found,
            [
                ([0.0, 0.0, 10.0, 20.5], "M0 0h10v20.5h-10z".to_owned()),
                ([25.0, 0.0, 75.0, 50.0], "M25 25a25 25 0 0 1 50 0a25 25 0 0 1 -50 0z".to_owned()),
                ([80.0, 0.0, 100.0, 50.0], "M80 0 100 0 90 50z".to_owned()),
            ]
        );
        assert_eq!(kind.shape_of(&option_id("c")), kind.shapes().last());
        assert_eq!((kind.size(), kind.shape_of(&option_id("d"))), ([100.0, 50.0], None));
    }

    #[test]
    fn a_region_has_one_shape_with_a_size_within_the_picture() {
        for (shape, message) in [
            (r#""id":"x""#, "has no shape, or more than one"),
            (r#""rect":[0,0,1,1],"circle":[1,1,1]"#, "has no shape, or more than one"),
            (r#""rect":[0,0,1]"#, "is not made of the right numbers"),
            (r#""rect":[0,0,1,"1"]"#, "is not made of the right numbers"),
            (r#""rect":[0,0,1,1e300]"#, "is not made of the right numbers"),
            (r#""circle":[0,0,1,1]"#, "is not made of the right numbers"),
            (r#""polygon":[[0,0],[1],[1,1]]"#, "is not made of the right numbers"),
            (r#""polygon":[0,0,1,1,0,1]"#, "is not made of the right numbers"),
            (r#""rect":[5,5,0,5]"#, "has no size"),
            (r#""rect":[5,5,-2,-2]"#, "has no size"),
            (r#""circle":[5,5,0]"#, "has no size"),
            (r#""polygon":[[0,0],[5,5],[9,9]]"#, "has no size"),
            (r#""polygon":[]"#, "has no size"),
            (r#""rect":[-1,0,5,5]"#, "leads out of the picture"),
            (r#""rect":[95,0,6,5]"#, "leads out of the picture"),
            (r#""circle":[50,45,6]"#, "leads out of the picture"),
            (r#""polygon":[[0,0],[5,51],[9,9]]"#, "leads out of the picture"),
        ] {
            let found = problems(&fields(&[shape, CIRCLE]));
            assert!(found.first().is_some_and(|found| found.contains(message)), "{shape}: {found:?}");
        }
        assert_eq!(problems(&fields(&[r#""rect":[0,0,100,50]"#, CIRCLE])), [""; 0]);
    }

    #[test]
    fn the_image_is_one_picture_with_its_size() {
        for image in [
            r#""plan.svg""#,
            r#"["plan"]"#,
            r#"[["em","plan"]]"#,
            r#"[["img",{"src":"a.svg","alt":"A plan"}]]"#,
            r#"[["img",{"src":"a.svg","alt":"A plan","width":"9","height":"9"}]," and words"]"#,
        ] {
            let found = problems(&fields(&[RECT, CIRCLE]).replace(IMAGE, image));
            assert_eq!(found, ["questions[0] (q).image is not a picture with its size"], "{image}");
        }
    }
}
