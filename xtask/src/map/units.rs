//! The NHS region of each of the package's units.
//!
//! The units are the counties, unitary authorities and London boroughs before 2019. NHS regions follow the borders of
//! integrated care boards (ICBs). They differ from the regions of the Office for National Statistics in these cases:
//! Milton Keynes belongs to an ICB of the East of England, Lincolnshire to one of the Midlands, North and North East
//! Lincolnshire to one of the North East and Yorkshire, and Derbyshire with Glossop to one of the Midlands.
//!
//! Cumbria is one unit. It counts as the North West, the region of its south, although its north belongs to the North
//! East and Yorkshire.

use gpf_domain::directory::Region;

/// The region of a unit. `None` for a unit outside England.
///
/// Names are sufficient: the two units called Halton are parts of the same one.
pub(super) fn region(name: &str) -> Option<Region> {
    UNITS.iter().find_map(|(region, names)| names.contains(&name).then_some(*region))
}

/// Every name that [`region`] accepts.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    UNITS.iter().flat_map(|(_, names)| names.iter().copied())
}

#[rustfmt::skip]
const UNITS: [(Region, &[&str]); 7] = [
    (Region::EastOfEngland, &[
        "Bedford", "Cambridgeshire", "Central Bedfordshire", "Essex", "Hertfordshire", "Luton", "Milton Keynes",
        "Norfolk", "Peterborough", "Southend-on-Sea", "Suffolk", "Thurrock",
    ]),
    (Region::London, &[
        "Barking and Dagenham", "Barnet", "Bexley", "Brent", "Bromley", "Camden", "City", "Croydon", "Ealing",
        "Enfield", "Greenwich", "Hackney", "Hammersmith and Fulham", "Haringey", "Harrow", "Havering", "Hillingdon",
        "Hounslow", "Islington", "Kensington and Chelsea", "Kingston upon Thames", "Lambeth", "Lewisham", "Merton",
        "Newham", "Redbridge", "Richmond upon Thames", "Southwark", "Sutton", "Tower Hamlets", "Waltham Forest",
        "Wandsworth", "Westminster",
    ]),
    (Region::Midlands, &[
        "Birmingham", "Coventry", "Derby", "Derbyshire", "Dudley", "Herefordshire", "Leicester", "Leicestershire",
        "Lincolnshire", "Northamptonshire", "Nottingham", "Nottinghamshire", "Rutland", "Sandwell", "Shropshire",
        "Solihull", "Staffordshire", "Stoke-on-Trent", "Telford and Wrekin", "Walsall", "Warwickshire",
        "Wolverhampton", "Worcestershire",
    ]),
    (Region::NorthEastAndYorkshire, &[
        "Barnsley", "Bradford", "Calderdale", "Darlington", "Doncaster", "Durham", "East Riding of Yorkshire",
        "Gateshead", "Hartlepool", "Kingston upon Hull", "Kirklees", "Leeds", "Middlesbrough", "Newcastle upon Tyne",
        "North East Lincolnshire", "North Lincolnshire", "North Tyneside", "North Yorkshire", "Northumberland",
        "Redcar and Cleveland", "Rotherham", "Sheffield", "South Tyneside", "Stockton-on-Tees", "Sunderland",
        "Wakefield", "York",
    ]),
    (Region::NorthWest, &[
        "Blackburn with Darwen", "Blackpool", "Bolton", "Bury", "Cheshire East", "Cheshire West and Chester",
        "Cumbria", "Halton", "Knowsley", "Lancashire", "Liverpool", "Manchester", "Merseyside", "Oldham", "Rochdale",
        "Salford", "Sefton", "Stockport", "Tameside", "Trafford", "Warrington", "Wigan",
    ]),
    (Region::SouthEast, &[
        "Bracknell Forest", "Brighton and Hove", "Buckinghamshire", "East Sussex", "Hampshire", "Isle of Wight",
        "Kent", "Medway", "Oxfordshire", "Portsmouth", "Reading", "Royal Borough of Windsor and Maidenhead", "Slough",
        "Southampton", "Surrey", "West Berkshire", "West Sussex", "Wokingham",
    ]),
    (Region::SouthWest, &[
        "Bath and North East Somerset", "Bournemouth", "Bristol", "Cornwall", "Devon", "Dorset", "Gloucestershire",
        "Isles of Scilly", "North Somerset", "Plymouth", "Poole", "Somerset", "South Gloucestershire", "Swindon",
        "Torbay", "Wiltshire",
    ]),
];
