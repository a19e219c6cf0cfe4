//! Towns that people might search for, but that no federation mentions. The search then uses their postcode district.

use super::DistrictCode;
use crate::search::fold;

/// The towns that England's postcode areas are named after, and the boroughs of London, each with the district of its
/// centre.
const TOWNS: &str = "St Albans AL1;Birmingham B1;Bath BA1;Blackburn BB1;Bradford BD1;Bournemouth BH1;Bolton BL1;Brighton BN1;\
Bromley BR1;Bristol BS1;Carlisle CA1;Cambridge CB1;Chester CH1;Chelmsford CM1;Colchester CO1;Croydon CR0;Canterbury CT1;\
Coventry CV1;Crewe CW1;Dartford DA1;Derby DE1;Durham DH1;Darlington DL1;Doncaster DN1;Dorchester DT1;Dudley DY1;Enfield EN1;\
Exeter EX1;Blackpool FY1;Gloucester GL1;Guildford GU1;Harrow HA1;Huddersfield HD1;Harrogate HG1;Hemel Hempstead HP1;\
Hereford HR1;Hull HU1;Halifax HX1;Ilford IG1;Ipswich IP1;Kingston upon Thames KT1;Liverpool L1;Lancaster LA1;Leicester LE1;\
Lincoln LN1;Leeds LS1;Luton LU1;Manchester M1;Rochester ME1;Milton Keynes MK9;Newcastle upon Tyne NE1;Nottingham NG1;\
Northampton NN1;Norwich NR1;Oldham OL1;Oxford OX1;Peterborough PE1;Plymouth PL1;Portsmouth PO1;Preston PR1;Reading RG1;\
Redhill RH1;Romford RM1;Sheffield S1;Stevenage SG1;Stockport SK1;Slough SL1;Sutton SM1;Swindon SN1;Southampton SO14;\
Salisbury SP1;Sunderland SR1;Southend-on-Sea SS1;Stoke-on-Trent ST1;Shrewsbury SY1;Taunton TA1;Telford TF1;\
Tunbridge Wells TN1;Torquay TQ1;Truro TR1;Middlesbrough TS1;Twickenham TW1;Southall UB1;Warrington WA1;Watford WD17;\
Wakefield WF1;Wigan WN1;Worcester WR1;Walsall WS1;Wolverhampton WV1;York YO1;Barking IG11;Barnet EN5;Bexley DA5;Brent HA9;\
Camden NW1;Ealing W5;Greenwich SE10;Hackney E8;Hammersmith W6;Haringey N22;Havering RM1;Hillingdon UB10;Hounslow TW3;\
Islington N1;Kensington W8;Lambeth SW2;Lewisham SE13;Merton SM4;Newham E6;Redbridge IG1;Richmond TW9;Southwark SE1;\
Tower Hamlets E14;Waltham Forest E17;Wandsworth SW18;Westminster SW1A";

/// The town whose name is the folded `text`, and its district.
pub(crate) fn town(text: &str) -> Option<(&'static str, DistrictCode)> {
    let first = *text.as_bytes().first()?;
    for (name, code) in towns() {
        if name.as_bytes().first().is_some_and(|it| it.eq_ignore_ascii_case(&first)) && fold(name) == text {
            return Some((name, DistrictCode::parse(code)?));
        }
    }
    None
}

fn towns() -> impl Iterator<Item = (&'static str, &'static str)> {
    TOWNS.split(';').filter_map(|town| town.rsplit_once(' '))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::near::{Districts, authoring};

    #[test]
    fn every_town_is_in_a_district_and_found_by_its_name() {
        let csv = std::fs::read_to_string("../../assets/data/postcode-districts.csv").unwrap();
        let districts = Districts::read(&authoring::pack(&csv).unwrap());
        assert!(towns().count() > 100);
        for (name, code) in towns() {
            let found = town(&fold(name)).unwrap_or_else(|| panic!("{name}"));
            assert_eq!((found.0, &*found.1.name()), (name, code), "twice");
            assert!(districts.find(found.1).is_some(), "{name}: there is no {code}");
        }
        assert_eq!(town("southend on sea").map(|it| it.0), Some("Southend-on-Sea"));
        for none in ["", "tru", "truro city", "qqqq"] {
            assert!(town(none).is_none(), "{none}");
        }
    }
}
