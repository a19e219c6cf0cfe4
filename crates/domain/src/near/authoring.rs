//! Packing `postcode-districts.csv` and `gazetteer.csv` as the text that is part of the script.

use std::collections::HashSet;

use super::gazetteer::Gazetteer;
use super::{DistrictCode, Districts, Nation, PostcodeDistrict};
use crate::directory::Region;
use crate::fold::fold;
use crate::lat_lon::LatLon;
use crate::strings::push_number;

/// The first row of `postcode-districts.csv`.
pub const HEADER: &str = "district,latitude,longitude,nhs_region,region_basis";

/// The first row of `gazetteer.csv`.
pub const GAZETTEER_HEADER: &str = "name,kind,district";

/// Packs `postcode-districts.csv` as the text that [`Districts::read`] parses, without the gazetteer.
///
/// # Errors
///
/// The problems of the file, with row and column, and how to fix them.
pub fn pack(csv: &str) -> Result<String, String> {
    let mut districts = read(csv)?;
    districts.sort_by_key(|it| it.code);
    if let Some(two) = districts.windows(2).find(|two| two[0].code == two[1].code) {
        return Err(format!("the district {} has 2 rows: remove one of them", two[0].code.name()));
    }
    Ok(write(&districts))
}

/// Adds the names of `gazetteer.csv` to the text of [`pack`].
///
/// # Errors
///
/// The problems of the file, with row and column, and how to fix them.
pub fn add_gazetteer(csv: &str, packed: &str) -> Result<String, String> {
    let districts = Districts::read(packed);
    let mut places: Vec<(usize, String)> = Vec::new();
    let mut names = HashSet::new();
    for (row, line) in rows(csv, GAZETTEER_HEADER)? {
        let [name, kind, district] = line.split(',').collect::<Vec<_>>()[..] else {
            return Err(format!("row {row} must have 3 cells: name, kind and district"));
        };
        let is_name = name.starts_with(|it: char| it.is_ascii_uppercase())
            && name.bytes().all(|it| it.is_ascii_alphabetic() || b" -'".contains(&it));
        if !is_name {
            return Err(format!(
                "row {row}, column name: \"{name}\" is not a name. Use letters, spaces, hyphens and apostrophes, and begin with a capital"
            ));
        }
        if !names.insert(fold(name)) {
            return Err(format!("row {row}, column name: \"{name}\" is there twice. Remove one of the rows"));
        }
        let code = DistrictCode::parse(district).filter(|code| code.name() == district);
        let at = code.and_then(|code| districts.all().binary_search_by_key(&code, |it| it.code).ok());
        let Some(at) = at else {
            return Err(format!(
                "row {row}, column district: \"{district}\" is not a district of postcode-districts.csv"
            ));
        };
        let mark = match kind {
            "town" => String::new(),
            "area" => Gazetteer::AREA.to_string(),
            _ => return Err(format!("row {row}, column kind: \"{kind}\" is not a kind. Use town or area")),
        };
        places.push((at, mark + name));
    }
    places.sort_unstable();
    let mut text = format!("{packed}\n");
    let mut before = 0;
    for (at, name) in places {
        push_number(&mut text, (at - before) as u32);
        text.push_str(&name);
        before = at;
    }
    Ok(text)
}

/// The districts and the gazetteer of the project's own files, for tests.
#[must_use]
pub fn districts() -> &'static Districts {
    static DISTRICTS: std::sync::OnceLock<Districts> = std::sync::OnceLock::new();
    let [districts, gazetteer] = [
        include_str!("../../../../assets/data/postcode-districts.csv"),
        include_str!("../../../../assets/data/gazetteer.csv"),
    ];
    let text =
        || pack(districts).and_then(|packed| add_gazetteer(gazetteer, &packed)).expect("the files have no problem");
    DISTRICTS.get_or_init(|| Districts::read(&text()))
}

/// The rows of a file after its header, and their numbers.
fn rows<'f>(csv: &'f str, header: &str) -> Result<impl Iterator<Item = (usize, &'f str)>, String> {
    let mut lines = csv.lines();
    let first = lines.next().unwrap_or_default().trim_start_matches('\u{feff}');
    if first != header {
        return Err(format!("row 1 is \"{first}\", but it must be \"{header}\""));
    }
    Ok(lines.enumerate().filter(|(_, line)| !line.is_empty()).map(|(at, line)| (at + 2, line)))
}

/// The rows of the file.
fn read(csv: &str) -> Result<Vec<PostcodeDistrict>, String> {
    rows(csv, HEADER)?.map(|(row, line)| district(line).map_err(|problem| format!("row {row}, {problem}"))).collect()
}

fn district(line: &str) -> Result<PostcodeDistrict, String> {
    let cells: Vec<&str> = line.split(',').collect();
    let [district, latitude, longitude, region, _] = cells[..] else {
        return Err(format!("it has {} cells, but it must have 5", cells.len()));
    };
    let code = DistrictCode::parse(district)
        .filter(|code| code.name() == district)
        .ok_or_else(|| format!("column district: \"{district}\" is not a postcode district. Use one such as WA7"))?;
    if let Some(nation) = Nation::of_district(code) {
        let place = nation.phrase();
        return Err(format!("column district: {district} is {place}, and the list is of England. Remove the row"));
    }
    let degrees = |column: &str, cell: &str, [least, most]: [f64; 2]| {
        let degrees = cell.parse().ok().filter(|it| (least..=most).contains(it));
        degrees.ok_or_else(|| format!("column {column}: \"{cell}\" is not in England. Use {least} to {most}"))
    };
    let latitude = degrees("latitude", latitude, [49.8, 55.9])?;
    let longitude = degrees("longitude", longitude, [-6.5, 1.8])?;
    let region = Region::parse(region).ok_or_else(|| {
        let regions = Region::ALL.map(Region::name).join(", ");
        format!("column nhs_region: \"{region}\" is not an NHS region. Use one of: {regions}")
    })?;
    Ok(PostcodeDistrict::at(code, region, LatLon { latitude, longitude }))
}

fn write(districts: &[PostcodeDistrict]) -> String {
    let areas: Vec<String> = districts.chunk_by(|one, next| one.code.area() == next.code.area()).map(area).collect();
    let mut lines = [areas.join(";"), String::new(), String::new()];
    let mut before = [0, 0];
    for district in districts {
        for (line, step) in lines[1..].iter_mut().zip(district.steps_from(before)) {
            push_step(line, step);
        }
        before = district.steps();
    }
    lines.join("\n")
}

fn push_step(line: &mut String, mut step: i16) {
    let [back, on] = Districts::FURTHER.map(char::from);
    while step < -Districts::REACH {
        line.push(back);
        step += 2 * Districts::REACH;
    }
    while step >= Districts::REACH {
        line.push(on);
        step -= 2 * Districts::REACH;
    }
    line.push(char::from((i16::from(Districts::ZERO) + step) as u8));
}

/// `BH6:1-23,24-25=5,31`
fn area(districts: &[PostcodeDistrict]) -> String {
    let count = |region| districts.iter().filter(|it| it.region == region).count();
    let main = Region::ALL.into_iter().max_by_key(|&region| count(region)).unwrap_or(Region::London);
    let mut text = format!("{}{}:", districts[0].code.area(), main.index());
    let letter = |district: &PostcodeDistrict| district.code.name().chars().last().filter(char::is_ascii_alphabetic);
    // Districts that can be written together: consecutive numbers, or the letters of one number.
    let together = |one: &PostcodeDistrict, next: &PostcodeDistrict| {
        let follows = match (letter(one), letter(next)) {
            (None, None) => next.code.number() == one.code.number() + 1,
            (Some(_), Some(_)) => next.code.number() == one.code.number(),
            _ => false,
        };
        follows && one.region == next.region
    };
    for (at, group) in districts.chunk_by(together).enumerate() {
        if at > 0 {
            text.push(',');
        }
        let (first, last) = (group[0], group[group.len() - 1]);
        push_number(&mut text, u32::from(first.code.number()));
        text.extend(group.iter().filter_map(letter));
        if last.code.number() > first.code.number() {
            text.push('-');
            push_number(&mut text, u32::from(last.code.number()));
        }
        if first.region != main {
            text.push('=');
            push_number(&mut text, first.region.index() as u32);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::near::distance_miles;

    const CSV: &str = include_str!("../../../../assets/data/postcode-districts.csv");

    #[test]
    fn every_district_round_trips_within_a_kilometre() {
        let text = pack(CSV).unwrap();
        let districts = Districts::read(&text);
        assert_eq!(districts.all().len(), 2222);
        let mut furthest: f64 = 0.0;
        for line in CSV.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let code = DistrictCode::parse(cells[0]).unwrap();
            let district = districts.find(code).unwrap_or_else(|| panic!("{} is missing", cells[0]));
            assert_eq!(district.code.name(), cells[0]);
            assert_eq!(district.region.name(), cells[3], "{}", cells[0]);
            let [latitude, longitude] = [cells[1], cells[2]].map(|cell| cell.parse::<f64>().unwrap());
            let miles = distance_miles(LatLon { latitude, longitude }, district.centre());
            furthest = furthest.max(miles * 1.609_344);
        }
        assert!((0.7..0.85).contains(&furthest), "{furthest} km");
    }

    #[test]
    fn packed_districts_are_small_and_printable_ascii() {
        let text = pack(CSV).unwrap();
        assert!(text.len() < 7_000, "{} bytes", text.len());
        assert!(text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)));
        assert!(!text.contains(['"', '\\', '`', '$']) && !text.contains("</S") && !text.contains("<!--"));
    }

    #[test]
    fn problems_are_reported_with_row_and_column() {
        let with = |row: &str| pack(&format!("{HEADER}\nAL1,51.749,-0.329,East of England,practices\n{row}\n"));
        assert!(with("AL2,51.719,-0.330,London,practices").is_ok());
        for (row, problem) in [
            ("AL1,51.7,-0.3,London,practices", "the district AL1 has 2 rows"),
            ("AL2,51.7,London,practices", "row 3, it has 4 cells"),
            ("al2,51.7,-0.3,London,practices", "row 3, column district: \"al2\""),
            ("AL2 1,51.7,-0.3,London,practices", "row 3, column district"),
            ("TD4,55.642,-2.671,London,nearest", "row 3, column district: TD4 is in Scotland"),
            ("KA9,55.497,-4.604,London,nearest", "row 3, column district: KA9 is in Scotland"),
            ("SY18,52.449,-3.540,London,nearest", "row 3, column district: SY18 is in Wales"),
            ("LD7,52.344,-3.050,London,nearest", "row 3, column district: LD7 is in Wales"),
            ("AL2,-0.3,51.7,London,practices", "row 3, column latitude: \"-0.3\""),
            ("AL2,51.7,east,London,practices", "row 3, column longitude: \"east\""),
            ("AL2,51.7,-0.3,Kent,practices", "row 3, column nhs_region: \"Kent\""),
        ] {
            let said = with(row).unwrap_err();
            assert!(said.starts_with(problem), "{said}");
        }
        assert!(pack("district\nAL1").unwrap_err().starts_with("row 1 is \"district\""));
    }

    #[test]
    fn problems_of_the_gazetteer_are_reported_with_row_and_column() {
        let packed = pack(CSV).unwrap();
        let with = |row: &str| add_gazetteer(&format!("{GAZETTEER_HEADER}\nSt Albans,town,AL1\n{row}\n"), &packed);
        let text = with("North Hertfordshire,area,SG7").unwrap();
        let districts = Districts::read(&text);
        let places: Vec<_> = districts.gazetteer().map(|it| (it.name, it.is_area, it.district.code.name())).collect();
        let expected = [("St Albans", false, "AL1".to_owned()), ("North Hertfordshire", true, "SG7".to_owned())];
        assert_eq!(places, expected);
        assert_eq!(districts.all(), Districts::read(&packed).all());
        for (row, problem) in [
            ("Baldock,SG7", "row 3 must have 3 cells"),
            ("Baldock,village,SG7", "row 3, column kind: \"village\" is not a kind. Use town or area"),
            ("baldock,town,SG7", "row 3, column name: \"baldock\" is not a name"),
            ("Sector 7,town,SG7", "row 3, column name: \"Sector 7\" is not a name"),
            (",town,SG7", "row 3, column name: \"\" is not a name"),
            ("St. Albans,town,AL3", "row 3, column name: \"St. Albans\" is not a name"),
            ("ST ALBANS,area,AL3", "row 3, column name: \"ST ALBANS\" is there twice"),
            ("Baldock,town,sg7", "row 3, column district: \"sg7\" is not a district"),
            ("Edinburgh,town,EH1", "row 3, column district: \"EH1\" is not a district"),
        ] {
            let said = with(row).unwrap_err();
            assert!(said.starts_with(problem), "{said}");
        }
        assert!(add_gazetteer("name\nBaldock", &packed).unwrap_err().starts_with("row 1 is \"name\""));
    }
}
